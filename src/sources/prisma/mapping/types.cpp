#include "sources/prisma/mapping/types.h"

#include <fmt/format.h>
#include <pgplumb/kinds/field.h>
#include <pgplumb/sql/parse.h>

#include <algorithm>
#include <array>

#include "sources/prisma/check/scalars.h"
#include "sources/prisma/native_types.h"

namespace pgplumb::prisma {
namespace {

DataType named_type(Mapping& mapping, std::string_view name, Text modifiers) {
  const Symbol* builtin = builtin_type(name);
  return {builtin ? builtin : mapping.draft.phantom("", name), modifiers};
}

DataType scalar_type(Scalar scalar) {
  static const auto types = [] {
    std::array<DataType, scalar_names.size()> all;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const ScalarType named = type_of(static_cast<Scalar>(i));
      all[i] = {builtin_type(named.postgres), named.modifiers};
    }
    return all;
  }();
  return types[static_cast<std::size_t>(scalar)];
}

DataType native_type(Mapping& mapping, const Field& field) {
  std::string modifiers;
  for (const int number : field.native_arguments) modifiers += (modifiers.empty() ? "" : ",") + std::to_string(number);
  return named_type(mapping, field.native->postgres,
                    modifiers.empty() ? field.native->bare_modifiers : std::string_view(modifiers));
}

/// Any type that PostgreSQL has, as it is written there: read as the type of a cast.
DataType unsupported_type(Mapping& mapping, std::string_view text) {
  try {
    Expression cast = parse_expression(fmt::format("CAST(NULL AS {})", text), mapping.names());
    if (cast.kind == Expression::Kind::cast) return cast.type;
  } catch (const SyntaxError&) {  // said by the caller, who knows the column
  }
  return {};
}

constexpr std::string_view most_precise = "6";  // what types of time have without a precision (MAX_TIMESTAMP_PRECISION)

bool is_type_of_time(const Symbol* type) {
  static const std::array<const Symbol*, 4> types = {builtin_type("timestamp"), builtin_type("timestamptz"), builtin_type("time"),
                                                     builtin_type("timetz")};
  return std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

DataType type_of(Mapping& mapping, const Field& field) {
  DataType type;
  if (field.kind == Field::Kind::unsupported)
    type = unsupported_type(mapping, *field.line->type.unsupported);
  else if (field.kind == Field::Kind::enumeration)
    type.name = mapping.enums.at(field.enumeration);
  else if (field.native)
    type = native_type(mapping, field);
  else
    type = scalar_type(field.scalar);
  type.is_array |= field.is_list();
  return type;
}

std::vector<std::string> equal_types(const DataType& type) {
  if (!type.modifiers.empty() && type.modifiers != most_precise) return {};
  if (!is_type_of_time(type.name)) return {};
  return {show_value(DataType{type.name, {}, type.is_array}), show_value(DataType{type.name, most_precise, type.is_array})};
}

}  // namespace pgplumb::prisma
