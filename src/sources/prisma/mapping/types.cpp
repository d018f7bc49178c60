#include "sources/prisma/mapping/types.h"

#include <fmt/format.h>
#include <pgplumb/kinds/field.h>
#include <pgplumb/sql/parse.h>

#include <array>
#include <map>
#include <utility>

#include "sources/prisma/check/scalars.h"
#include "sources/prisma/native_types.h"

namespace pgplumb::prisma {
namespace {

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

/// Null for a type of an extension.
const Symbol* symbol_of(const NativeType& type) {
  static const auto symbols = [] {
    std::vector<const Symbol*> all;
    for (const auto& known : native_types()) all.push_back(builtin_type(known.postgres));
    return all;
  }();
  return symbols[static_cast<std::size_t>(&type - native_types().data())];
}

DataType native_type(Mapping& mapping, const Field& field) {
  const Symbol* builtin = symbol_of(*field.native);
  return {builtin ? builtin : mapping.draft.phantom("", field.native->postgres), field.native_modifiers};
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

/// Of types of time without a precision: each, and its array, as it is spelled with and without the most.
const auto& spellings_of_time() {
  static const auto all = [] {
    std::map<std::pair<const Symbol*, bool>, std::vector<std::string>> spellings;
    for (const auto* name : {"timestamp", "timestamptz", "time", "timetz"})
      for (const bool is_array : {false, true})
        for (const Text modifiers : {Text(), Text(most_precise)}) {
          const DataType type{builtin_type(name), modifiers, is_array};
          spellings[{type.name, is_array}].push_back(show_value(type));
        }
    return spellings;
  }();
  return all;
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
  const auto found = spellings_of_time().find({type.name, type.is_array});
  return found == spellings_of_time().end() ? std::vector<std::string>() : found->second;
}

}  // namespace pgplumb::prisma
