#include "sql/read_type.h"

#include <fmt/format.h>
#include <pgplumb/sql/parse.h>

#include <deque>
#include <map>
#include <mutex>

#include "sql/builtin_types.h"
#include "sql/geometry_type.h"
#include "sql/grammar.h"

namespace pgplumb {
namespace {

/// A Symbol for a type that no catalog knows: one of each name, kept for the process.
const Symbol* unknown_type(QualifiedName name) {
  static std::mutex mutex;
  static Symbols symbols;
  static std::map<std::string, const Symbol*, std::less<>> schemas, types;
  const std::lock_guard lock(mutex);
  const Symbol* schema = nullptr;
  if (!name.schema.empty()) {
    const Symbol*& known = schemas[std::string(name.schema)];
    if (!known) known = symbols.make(name.schema);
    schema = known;
  }
  const Symbol*& type = types[fmt::format("{}.{}", name.schema, name.name)];
  if (!type) type = symbols.make(name.name, schema);
  return type;
}

struct SerialType {
  std::string_view name;
  std::string_view stored_as;
};
// transformColumnDefinition in parser/parse_utilcmd.c
constexpr SerialType serial_types[] = {
    {"smallserial", "int2"}, {"serial2", "int2"},   {"serial", "int4"},
    {"serial4", "int4"},     {"bigserial", "int8"}, {"serial8", "int8"},
};

const SerialType* find_serial(const ::TypeName* type) {
  if (nodes_of(type->names).size() != 1 || type->arrayBounds) return nullptr;
  const std::string_view name = qualified_name(type->names).name;
  for (const SerialType& serial : serial_types)
    if (serial.name == name) return &serial;
  return nullptr;
}

/// By what is read, or by an extension.
bool is_made(const Symbol* type) { return type && (type->number != 0 || extension_type(type->text)); }

/// `mood` of `_mood`, where nothing bears that name by itself (makeArrayTypeName in catalog/pg_type.c).
const Symbol* element_of_array_named(QualifiedName name, const Symbol* found, const NameResolver& names) {
  const bool is_found = found && (is_made(found) || found->parent == pg_catalog());
  if (is_found || !names.type || !name.name.starts_with('_')) return nullptr;
  const Symbol* element = names.type(name.schema, name.name.substr(1));
  return is_made(element) ? element : nullptr;
}

/// Sets the type that a name means; `_text` is how PostgreSQL calls the type of text[].
void resolve_name(DataType& type, QualifiedName name, const NameResolver& names) {
  if (name.schema.empty() || name.schema == "pg_catalog") {
    const bool is_array_type = name.name.starts_with('_') && builtin_type(name.name.substr(1));
    if (is_array_type) type.is_array = true;
    type.name = builtin_type(is_array_type ? name.name.substr(1) : name.name);
  }
  if (!type.name && names.type) type.name = names.type(name.schema, name.name);
  if (const Symbol* element = element_of_array_named(name, type.name, names)) {
    type.name = element;
    type.is_array = true;
  }
  if (!type.name) type.name = unknown_type(name);
}

/// The bits of the grammar's interval field masks (INTERVAL_MASK in utils/timestamp.h, the numbers in utils/datetime.h).
constexpr std::pair<int, std::string_view> interval_fields[] = {
    {1 << 2, "year"}, {1 << 1, "month"}, {1 << 3, "day"}, {1 << 10, "hour"}, {1 << 11, "minute"}, {1 << 12, "second"},
};

/// "day to second" for a mask; "" for all fields (INTERVAL_FULL_RANGE).
std::string interval_field_names(int mask) {
  std::string_view first, last;
  for (const auto& [bit, name] : interval_fields) {
    if (!(mask & bit)) continue;
    if (first.empty()) first = name;
    last = name;
  }
  const bool all_fields = (mask & 0x7FFF) == 0x7FFF;
  if (all_fields) return {};
  return first == last ? std::string(first) : fmt::format("{} to {}", first, last);
}

/// A fraction of a second has six digits at most; PostgreSQL takes more and warns.
std::string second_digits(const Node* modifier) { return std::to_string(std::min(integer_of(modifier).value_or(6), 6)); }

std::string interval_modifiers(NodeRange modifiers) {
  const std::string fields = interval_field_names(integer_of(modifiers[0]).value_or(0x7FFF));
  if (modifiers.size() < 2) return fields;
  const std::string digits = second_digits(modifiers[1]);
  return fields.empty() ? digits : fmt::format("{}({})", fields, digits);
}

std::string modifier_text(const Node* modifier) {
  if (const auto number = integer_of(modifier)) return std::to_string(*number);
  if (const auto* constant = as<::A_Const>(modifier)) {
    if (const auto* decimal = as<::Float>(&constant->val.node)) return decimal->fval;
    return std::string(text_of(&constant->val.node));
  }
  if (const auto* word = as<::ColumnRef>(modifier)) return std::string(qualified_name(word->fields).name);
  throw SyntaxError{"a type modifier must be a constant"};
}

std::string read_modifiers(const Symbol* type, NodeRange modifiers) {
  if (modifiers.empty()) return {};
  if (type == builtin_type("interval")) return interval_modifiers(modifiers);
  constexpr std::string_view with_second_digits[] = {"timestamp", "timestamptz", "time", "timetz"};
  for (const std::string_view name : with_second_digits)
    if (type == builtin_type(name)) return second_digits(modifiers[0]);

  if (type && is_geometry_type(type->text)) {
    std::vector<std::string> texts;
    for (const Node* modifier : modifiers) texts.push_back(modifier_text(modifier));
    return geometry_modifiers(type->text, texts);
  }
  std::string text;
  for (const Node* modifier : modifiers) text += (text.empty() ? "" : ",") + modifier_text(modifier);
  const bool without_scale = type == builtin_type("numeric") && modifiers.size() == 1;
  return without_scale ? text + ",0" : text;
}

}  // namespace

bool is_serial(const ::TypeName* type) { return find_serial(type) != nullptr; }

DataType read_type(const ::TypeName* type, const NameResolver& names) {
  if (type->pct_type) throw SyntaxError{"%TYPE is not understood here"};
  if (type->setof) throw SyntaxError{"SETOF is not a type of a value"};
  DataType result;
  if (const SerialType* serial = find_serial(type)) {
    result.name = builtin_type(serial->stored_as);
    return result;
  }
  result.is_array = type->arrayBounds != nullptr;
  resolve_name(result, qualified_name(type->names), names);
  result.modifiers = read_modifiers(result.name, nodes_of(type->typmods));
  return result;
}

DataType parse_type(std::string_view text, const NameResolver& names) {
  const SelectedExpression selected("CAST(NULL AS ", text, ")");
  const auto* cast = as<::TypeCast>(selected.node());
  const auto* argument = cast ? as<::A_Const>(cast->arg) : nullptr;
  if (!argument || !argument->isnull) throw SyntaxError{fmt::format("\"{}\" is no type", text)};
  return read_type(cast->typeName, names);
}

}  // namespace pgplumb
