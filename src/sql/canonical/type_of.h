// What type an expression has, as far as it can be told without a server.
#pragma once

#include <pgplumb/sql/expression.h>

#include <optional>
#include <vector>

#include "sql/builtin_types.h"

namespace pgplumb {

/// None where the type is not known: of a string without a cast, of a function that is not listed.
using MaybeType = std::optional<DataType>;

MaybeType type_of(const Expression& expression, const KnownTypes& types);

DataType builtin_data_type(std::string_view internal_name);
DataType element_of(DataType array);

/// The same but for modifiers.
bool is_same_type(const DataType& a, const DataType& b);
/// Whether it is known to be this built-in type, and no array.
bool is_type(const MaybeType& type, std::string_view internal_name);
/// The same type, or text and varchar, or arrays of these: a cast from one to the other keeps every value (pg_cast.castmethod b,
/// both ways).
bool is_same_but_for_label(const DataType& a, const DataType& b);
/// TypeFamily::other for arrays and what is not known.
TypeFamily family_of(const MaybeType& type);
/// pg_type.typcollation
bool is_collatable(const DataType& type);
/// `a COLLATE "C"`
bool is_collation(const Expression& expression);
/// COALESCE, GREATEST, LEAST: the value is one of the arguments.
bool gives_an_argument(const Expression& expression);
/// Of these, of CASE, NULLIF, ARRAY[…] and (SELECT …) the values of which the type is made, with the length that all of them have, or none
/// (exprTypmod in nodes/nodeFuncs.c); none of other expressions.
std::vector<const Expression*> values_given(const Expression& expression);

}  // namespace pgplumb
