// Rows as record_in and record_out read and print them (utils/adt/rowtypes.c).
#include <vector>

#include "sql/canonical/literals/literals.h"
#include "sql/canonical/literals/quoted_part.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

/// A length or a precision may change what is kept of the value; of a varchar it only refuses what is longer.
bool keeps_value(const DataType& type) { return type.modifiers.empty() || type.name == builtin_type("varchar"); }

LiteralText field_literal(std::string_view text, const DataType& type, const KnownTypes& types, const RenamedLabels* renamed) {
  if (!keeps_value(type)) return std::nullopt;
  const Expression value = typed_literal(text, type, types, renamed);
  if (is_unread(value)) return std::nullopt;
  const std::string& printed = without_casts(value).text;
  const bool is_plain = !printed.empty() && printed.find_first_of("\"\\(), \t\n\v\f\r") == printed.npos;
  return is_plain ? printed : quote_part(printed);
}

}  // namespace

LiteralText composite_literal(std::string_view text, const std::vector<DataType>& columns, const KnownTypes& types,
                              const RenamedLabels* renamed) {
  text = trim_literal(text);
  if (!text.starts_with('(') || !text.ends_with(')')) return std::nullopt;
  std::string row;
  for (const DataType& column : columns) {
    if (text.empty() || text.front() == ')') return std::nullopt;
    text.remove_prefix(1);  // the bracket, or the comma
    const bool is_null = text.starts_with(',') || text.starts_with(')');
    const auto field = take_part(text, ",)");
    const LiteralText value = field && !is_null ? field_literal(*field, column, types, renamed) : std::nullopt;
    if (!field || (!value && !is_null)) return std::nullopt;
    row += (row.empty() ? "(" : ",") + value.value_or(std::string());
  }
  return text == ")" ? LiteralText(row + ")") : std::nullopt;
}

}  // namespace pgplumb
