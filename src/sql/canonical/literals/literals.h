// Literals as the input and output functions of their types would read and print them again.
//
// Each function takes a literal's text and gives the type's own spelling of the value, or nothing where the text is not
// understood (it is then compared as it stands).
#pragma once

#include <pgplumb/sql/data_type.h>
#include <pgplumb/sql/expression.h>

#include <optional>
#include <string>
#include <string_view>

#include "sql/canonical/renamed_label.h"

namespace pgplumb {

using LiteralText = std::optional<std::string>;

/// Without those around it, which most types pass over.
std::string_view trim_literal(std::string_view text);

/// A number without exponent, sign + or needless zeros in front: "1e3" is 1000, ".50" is 0.50 (numeric keeps the zeros behind).
LiteralText number_literal(std::string_view text);
/// The same without zeros behind the point.
LiteralText number_value(std::string_view text);
/// "true" or "false" for what boolin takes.
LiteralText boolean_literal(std::string_view text);
LiteralText uuid_literal(std::string_view text);
/// As jsonb prints it: spaces, keys by length and bytes, the last of equal keys.
LiteralText jsonb_literal(std::string_view text);
LiteralText date_literal(std::string_view text);
/// The day after one that date_literal() gives; none where that is no day.
LiteralText day_after(const std::string& date);
LiteralText time_literal(std::string_view text);
LiteralText timetz_literal(std::string_view text);
LiteralText timestamp_literal(std::string_view text);
/// In UTC, which a time without zone is taken for.
LiteralText timestamptz_literal(std::string_view text);
/// `modifiers` as of DataType: what is less than the type's last field is cut off.
LiteralText interval_literal(std::string_view text, std::string_view modifiers = {});
LiteralText inet_literal(std::string_view text);
LiteralText cidr_literal(std::string_view text);
LiteralText macaddr_literal(std::string_view text);
LiteralText macaddr8_literal(std::string_view text);
LiteralText oid_literal(std::string_view text);
LiteralText bit_literal(std::string_view text);
/// "1F" is "00011111".
LiteralText bits_of_hexadecimal(std::string_view digits);
LiteralText bytea_literal(std::string_view text);
/// As cash_out prints it where lc_monetary is C or en_US, without the sign and the commas.
LiteralText money_literal(std::string_view text);
/// Cut to 63 bytes, between characters.
LiteralText name_literal(std::string_view text);
/// Of "char": the first byte, where that is a character.
LiteralText char_literal(std::string_view text);
/// The name of a table, type, function or configuration without a schema that the search_path finds anyway.
LiteralText object_literal(std::string_view text);
LiteralText operator_literal(std::string_view text);
LiteralText point_literal(std::string_view text);
/// Plain words only: `'a' 'b'`, `'a' & 'b'`.
LiteralText tsvector_literal(std::string_view text);
LiteralText tsquery_literal(std::string_view text);
LiteralText jsonpath_literal(std::string_view text);
LiteralText box_literal(std::string_view text);
LiteralText lseg_literal(std::string_view text);
LiteralText path_literal(std::string_view text);
LiteralText polygon_literal(std::string_view text);
LiteralText circle_literal(std::string_view text);
LiteralText line_literal(std::string_view text);
LiteralText lsn_literal(std::string_view text);

/// What the values of a range type are between, and whether those of whole numbers and dates are always printed as
/// `[lower,upper)`, as those of PostgreSQL's own types are.
struct RangeKind {
  DataType bound;
  bool is_canonical = false;
};
LiteralText range_literal(std::string_view text, const RangeKind& kind, const KnownTypes& types);
LiteralText multirange_literal(std::string_view text, const RangeKind& kind, const KnownTypes& types);
/// `{a, "b"}`: the members as literals of `element`.
LiteralText array_literal(std::string_view text, const DataType& element, const KnownTypes& types, const RenamedLabels* renamed);
/// `(1,"b")`: the fields as literals of the types of the columns.
LiteralText composite_literal(std::string_view text, const std::vector<DataType>& columns, const KnownTypes& types,
                              const RenamedLabels* renamed);

/// What a string literal of `type` is: a number, a boolean, a string in the type's own spelling, or, where its text is not
/// understood, still a cast to the type. A domain's literal is one of what it is over. A label that is `renamed` has its new
/// name.
Expression typed_literal(std::string_view text, const DataType& type, const KnownTypes& types,
                         const RenamedLabels* renamed = nullptr);

}  // namespace pgplumb
