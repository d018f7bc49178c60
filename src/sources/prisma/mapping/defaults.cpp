#include "sources/prisma/mapping/defaults.h"

#include <pgplumb/sql/identifier.h>

#include "sources/prisma/check/scalars.h"
#include "sources/prisma/literals.h"

namespace pgplumb::prisma {
namespace {

/// The value's own characters, without quotes.
std::string characters_of(const Field& field, const Value& value) {
  if (field.kind == Field::Kind::enumeration) {
    const EnumLine* line = field.enumeration->find_value(value.text);
    return std::string(mapped_name(find_attribute(line->attributes, "map"), line->name));
  }
  switch (field.scalar) {
    case Scalar::DateTime:
      return *sql_time(value.text);
    case Scalar::Decimal:
      return *sql_decimal(value.text);
    case Scalar::Bytes:
      return *sql_bytes(value.text);
    default:
      return std::string(value.text);
  }
}

bool is_quoted(const Field& field) {
  if (field.kind == Field::Kind::enumeration) return true;
  return field.scalar == Scalar::DateTime || field.scalar == Scalar::Bytes || field.scalar == Scalar::String ||
         field.scalar == Scalar::Json;
}

std::string literal_of(const Field& field, const Value& value) {
  const std::string characters = characters_of(field, value);
  return is_quoted(field) ? quote_literal(characters) : characters;
}

std::string list_of(const Field& field, const Value& value, const DataType& type) {
  std::string elements;
  for (const auto& item : items_of(value)) elements += (elements.empty() ? "" : ", ") + literal_of(field, item);
  return "ARRAY[" + elements + "]::" + sql_type(type);
}

/// The same list as an array literal, which Prisma reads as the same default: '{"a","b"}'.
std::string array_literal_of(const Field& field, const Value& value, const DataType& type) {
  std::string elements;
  for (const auto& item : items_of(value)) {
    std::string escaped;
    for (const char c : characters_of(field, item)) {
      if (c == '"' || c == '\\') escaped += '\\';
      escaped += c;
    }
    elements += (elements.empty() ? "\"" : ",\"") + escaped + "\"";
  }
  return quote_literal("{" + elements + "}") + "::" + sql_type(type);
}

Default default_of_call(const Value& value) {
  if (value.text == "autoincrement") return {Default::Kind::numbering, ""};
  if (value.text == "now") return {Default::Kind::expression, "CURRENT_TIMESTAMP"};
  if (value.text != "dbgenerated") return {};
  if (value.arguments.empty()) return {Default::Kind::unknown, ""};
  return {Default::Kind::expression, std::string(value.arguments[0].value.text)};
}

}  // namespace

Default default_of(const Field& field, const DataType& type) {
  if (!field.given_default) return {};
  const Value& value = *field.given_default->argument("value");
  if (value.is(Value::Kind::call)) return default_of_call(value);
  if (!value.is(Value::Kind::list)) return {Default::Kind::expression, literal_of(field, value)};
  return {Default::Kind::expression, list_of(field, value, type), array_literal_of(field, value, type)};
}

}  // namespace pgplumb::prisma
