// A schema as it is written: blocks, fields, attributes, values, each with its place. Nothing is resolved here.
#pragma once

#include <algorithm>
#include <deque>
#include <iterator>
#include <list>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sources/prisma/syntax/file.h"
#include "sources/prisma/syntax/memory.h"

namespace pgplumb::prisma {

struct Argument;

/// What stands in an argument, in a list, or behind `=`.
struct Value {
  enum class Kind { none, string, number, constant, call, list, object };
  std::string_view
      text;  ///< of a string what it says, escapes resolved; of a number or constant the word; of a call the function
  std::span<Argument> arguments;  ///< of a call, the members of an object, the elements of a list
  Span span;
  Kind kind = Kind::none;

  bool is(Kind wanted) const { return kind == wanted; }
  bool is_call(std::string_view function) const { return kind == Kind::call && text == function; }
};

/// `name: value`, or a value alone.
struct Argument {
  std::string_view name;  ///< "" where unnamed
  Value value;
  Span span;
};

/// The elements of a list; nothing of any other value.
inline auto items_of(const Value& value) {
  return std::views::transform(value.arguments.first(value.is(Value::Kind::list) ? value.arguments.size() : 0), &Argument::value);
}

/// `@unique`, `@db.VarChar(32)`, `@@index([a, b])`.
struct Attribute {
  std::string_view name;  ///< without its signs: "unique", "db.VarChar"
  std::span<Argument> arguments;
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
  std::string_view name;                        ///< "Unsupported" where `unsupported` is set
  std::optional<std::string_view> unsupported;  ///< the type in Unsupported("…")
  Arity arity = Arity::required;
  Span span;
};

struct FieldLine {
  std::string_view name;
  TypeName type;
  std::span<Attribute> attributes;
  Span name_span;
  Span span;
};

/// One value of an enum; `key = value` in a datasource or generator.
struct EnumLine {
  std::string_view name;
  std::span<Attribute> attributes;
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
  std::span<FieldLine> fields;      ///< of models, views and types
  std::span<EnumLine> values;       ///< of enums
  std::span<Property> properties;   ///< of datasources and generators
  std::span<Attribute> attributes;  ///< `@@…` of models, views and enums
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

/// What files are read into. Its texts are the files' own, but what strings with escapes say.
struct Tree {
  std::deque<Block> blocks;
  std::list<Memory> memories;  ///< of what the blocks refer to, one for each part that was read by itself
  bool is_whole = true;        ///< false where something stands outside of all blocks that could be read

  void append(Tree&& other);
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

inline void Tree::append(Tree&& other) {
  blocks.insert(blocks.end(), std::make_move_iterator(other.blocks.begin()), std::make_move_iterator(other.blocks.end()));
  memories.splice(memories.end(), other.memories);
  is_whole &= other.is_whole;
}

inline const Property* Block::property(std::string_view wanted) const {
  for (const auto& given : properties)
    if (given.name == wanted) return &given;
  return nullptr;
}

}  // namespace pgplumb::prisma
