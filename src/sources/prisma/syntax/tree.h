// A schema as it is written: blocks, fields, attributes, values, each with its place. Nothing is resolved here.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/prisma/syntax/file.h"

namespace pgplumb::prisma {

struct Argument;

/// What stands in an argument, in a list, or behind `=`.
struct Value {
  enum class Kind { none, string, number, constant, call, list, object };
  Kind kind = Kind::none;
  std::string text;  ///< of a string what it says, escapes resolved; of a number or constant the word; of a call the function
  std::vector<Argument> arguments;  ///< of a call, and the members of an object
  std::vector<Value> items;         ///< of a list
  Span span;

  bool is(Kind wanted) const { return kind == wanted; }
  bool is_call(std::string_view function) const { return kind == Kind::call && text == function; }
};

/// `name: value`, or a value alone.
struct Argument {
  std::string_view name;  ///< "" where unnamed
  Value value;
  Span span;
};

/// `@unique`, `@db.VarChar(32)`, `@@index([a, b])`.
struct Attribute {
  std::string_view name;  ///< without its signs: "unique", "db.VarChar"
  std::vector<Argument> arguments;
  Span span;
  bool of_block = false;  ///< written with two signs

  /// The argument of that name, or null. An unnamed one goes by the name that the attribute's rule gives it; see
  /// check/attributes.h.
  const Value* argument(std::string_view argument_name) const;
  /// "@@index", as it is written.
  std::string written() const { return (of_block ? "@@" : "@") + std::string(name); }
};

enum class Arity { required, optional, list };

struct TypeName {
  std::string_view name;                   ///< "Unsupported" where `unsupported` is set
  std::optional<std::string> unsupported;  ///< the type in Unsupported("…")
  Arity arity = Arity::required;
  Span span;
};

struct FieldLine {
  std::string_view name;
  TypeName type;
  std::vector<Attribute> attributes;
  Span name_span;
  Span span;
};

/// One value of an enum; `key = value` in a datasource or generator.
struct EnumLine {
  std::string_view name;
  std::vector<Attribute> attributes;
  Span name_span;
  Span span;
};
struct Property {
  std::string_view name;
  Value value;
  Span name_span;
  Span span;
};

struct Block {
  enum class Kind { model, view, type, enumeration, datasource, generator };
  Kind kind;
  std::string_view name;
  std::vector<FieldLine> fields;      ///< of models, views and types
  std::vector<EnumLine> values;       ///< of enums
  std::vector<Property> properties;   ///< of datasources and generators
  std::vector<Attribute> attributes;  ///< `@@…` of models, views and enums
  Span name_span;
  Span span;
  Span passed_over;  ///< what stands behind "{" on its line, which Prisma does not read; empty for nothing
  /// What could not be read, as it begins: lines, and attributes that are misspelled. What seems missing may stand there.
  std::vector<std::string_view> unread_names;
  bool is_cut_off = false;  ///< the next block begins before it has any line: what seems missing stands there

  const Property* property(std::string_view wanted) const;
  bool has_unread_lines() const { return !unread_names.empty(); }
  /// Whether what bears this name stands on a line that could not be read.
  bool is_unread(std::string_view member) const;
};

/// "model", "enum" … as it is written.
std::string_view keyword_of(Block::Kind kind);

inline const Value* Attribute::argument(std::string_view argument_name) const {
  for (const auto& given : arguments)
    if (given.name == argument_name) return &given.value;
  return nullptr;
}

inline bool Block::is_unread(std::string_view member) const {
  return is_cut_off || std::find(unread_names.begin(), unread_names.end(), member) != unread_names.end();
}

inline const Property* Block::property(std::string_view wanted) const {
  for (const auto& given : properties)
    if (given.name == wanted) return &given;
  return nullptr;
}

}  // namespace pgplumb::prisma
