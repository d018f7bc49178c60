#include "sources/prisma/mapping/defaults.h"

#include <pgplumb/sql/identifier.h>

#include "sources/prisma/check/scalars.h"
#include "sources/prisma/literals.h"

namespace pgplumb::prisma {
namespace {

std::string enum_literal(const Field& field, const Value& value) {
  const EnumLine* line = field.enumeration->find_value(value.text);
  return quote_literal(mapped_name(line->attributes, line->name));
}

std::string literal_of(const Field& field, const Value& value) {
  if (field.kind == Field::Kind::enumeration) return enum_literal(field, value);
  switch (field.scalar) {
    case Scalar::DateTime:
      return quote_literal(*sql_time(value.text));
    case Scalar::Bytes:
      return quote_literal(*sql_bytes(value.text));
    case Scalar::String:
    case Scalar::Json:
      return quote_literal(value.text);
    default:
      return value.text;
  }
}

std::string list_of(const Field& field, const Value& value, const DataType& type) {
  std::string elements;
  for (const auto& item : value.items) elements += (elements.empty() ? "" : ", ") + literal_of(field, item);
  return "ARRAY[" + elements + "]::" + sql_type(type);
}

Default default_of_call(const Value& value) {
  if (value.text == "autoincrement") return {Default::Kind::numbering, ""};
  if (value.text == "now") return {Default::Kind::expression, "CURRENT_TIMESTAMP"};
  if (value.text != "dbgenerated") return {};
  if (value.arguments.empty()) return {Default::Kind::unknown, ""};
  return {Default::Kind::expression, value.arguments[0].value.text};
}

}  // namespace

Default default_of(const Field& field, const DataType& type) {
  const auto* attribute = field.attribute("default");
  if (!attribute) return {};
  const Value& value = *attribute->argument("value");
  if (value.is(Value::Kind::call)) return default_of_call(value);
  return {Default::Kind::expression, value.is(Value::Kind::list) ? list_of(field, value, type) : literal_of(field, value)};
}

}  // namespace pgplumb::prisma
