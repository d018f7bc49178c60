// What type an expression has, as far as it can be told without a server.
#pragma once

#include <pgplumb/sql/expression.h>

#include <optional>

namespace pgplumb {

/// None where it is not known: a string without a cast, a function that is not listed.
std::optional<DataType> type_of(const Expression& expression, const ColumnTypes& columns);

/// The type that PostgreSQL computes with when these meet in one operation, CASE, COALESCE or array: the highest of numbers, text
/// for texts, the first known type otherwise (select_common_type in parser/parse_coerce.c).
std::optional<DataType> common_type(const std::optional<DataType>& a, const std::optional<DataType>& b);

DataType builtin_data_type(std::string_view internal_name);
DataType element_of(DataType array);
bool is_number_type(const std::optional<DataType>& type);
bool is_text_type(const std::optional<DataType>& type);

/// Whether it takes double precision where it is given integers: sqrt, power, round …
bool is_double_function(std::string_view name);
bool is_comparison(std::string_view op);
/// LIKE, ~ and their negations.
bool is_matching(std::string_view op);

}  // namespace pgplumb
