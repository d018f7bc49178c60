#include "sql/canonical/literals/made_literal.h"

#include "sql/canonical/type_of.h"

namespace pgplumb {
namespace {

struct OwnRange {
  std::string_view range, multirange, bound;
};
constexpr OwnRange own_ranges[] = {
    {"int4range", "int4multirange", "int4"},  {"int8range", "int8multirange", "int8"},
    {"numrange", "nummultirange", "numeric"}, {"daterange", "datemultirange", "date"},
    {"tsrange", "tsmultirange", "timestamp"}, {"tstzrange", "tstzmultirange", "timestamptz"},
};

using Form = MadeType::Form;

/// What is known of PostgreSQL's own ranges, and of all types that a source makes.
std::optional<MadeType> form_of(const DataType& type, const KnownTypes& types) {
  const Symbol* name = type.name;
  if (name && name->parent != pg_catalog()) return types.made ? types.made(name) : std::nullopt;
  for (const auto& [range, multirange, bound] : own_ranges) {
    if (name == builtin_type(range)) return MadeType{Form::range, {builtin_data_type(bound)}};
    if (name == builtin_type(multirange)) return MadeType{Form::multirange, {builtin_data_type(bound)}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<LiteralText> made_literal(std::string_view text, const DataType& type, const KnownTypes& types,
                                        const RenamedLabels* renamed) {
  const auto made = form_of(type, types);
  if (!made) return std::nullopt;
  const RangeKind range{made->parts.empty() ? DataType{} : made->parts.front(), type.name->parent == pg_catalog()};
  switch (made->form) {
    case Form::enumeration:
      return LiteralText(text);
    case Form::composite:
      return composite_literal(text, made->parts, types, renamed);
    case Form::range:
      return range_literal(text, range, types);
    case Form::multirange:
      return multirange_literal(text, range, types);
    case Form::other:
      return LiteralText();
  }
  return std::nullopt;
}

}  // namespace pgplumb
