#include <pgplumb/sql/data_type.h>
#include <pgplumb/sql/identifier.h>

#include <cctype>

#include "sql/builtin_types.h"

namespace pgplumb {
namespace {

/// "(10,2)", or " day to second(3)" for the fields of an interval.
std::string with_modifiers(std::string spelling, const std::string& modifiers) {
  if (modifiers.empty()) return spelling;
  constexpr std::string_view interval_fields[] = {"year", "month", "day", "hour", "minute", "second"};
  for (const std::string_view field : interval_fields)
    if (spelling == "interval" && modifiers.starts_with(field)) return spelling + " " + modifiers;
  return spelling + "(" + modifiers + ")";
}

/// char without a length is char(1) to the grammar: the type without any is bpchar, and bit without one is spelled "bit".
std::string builtin_spelling(const BuiltinType& type, const DataType& data_type) {
  if (data_type.modifiers.empty() && type.name == "bpchar") return "bpchar";
  if (data_type.modifiers.empty() && type.name == "bit") return "\"bit\"";
  return with_modifiers(std::string(type.spelling), data_type.modifiers.str());
}

std::string spell(const DataType& type, std::string (*name_of)(const Symbol&)) {
  if (!type.name) return "?";
  const BuiltinType* known = builtin(type.name);
  std::string text = known ? builtin_spelling(*known, type) : with_modifiers(name_of(*type.name), type.modifiers.str());
  return type.is_array ? text + "[]" : text;
}

std::string readable_name(const Symbol& name) {
  const Symbol* schema = name.parent;
  const bool is_found_anyway = !schema || schema == pg_catalog() || schema->text == "public";
  return (is_found_anyway ? "" : quote_where_needed(schema->text) + ".") + quote_where_needed(name.text);
}

}  // namespace

std::string display_type(const DataType& type) { return spell(type, display_name); }

std::string sql_type(const DataType& type) { return spell(type, quote_qualified); }

std::string readable_sql_type(const DataType& type) { return spell(type, readable_name); }

}  // namespace pgplumb
