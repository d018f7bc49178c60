// What queries give: VALUES, UNION and the like, outputs.
#pragma once

#include "sql/canonical/casts.h"

namespace pgplumb {

/// SELECT, VALUES, UNION and the like. See kinds/query.
bool is_query(const Expression& expression);
bool is_set_operation(const Expression& expression);

/// By itself, a string is text.
void label_strings_as_text(std::vector<Expression>& values);

/// VALUES: what stands below one another has one type.
void meet_in_columns(std::vector<Expression>& rows, const Casts& casts);

/// A string has the type that the other side has there; what else is converted is not shown (transformSetOperationTree in
/// parser/analyze.c).
void give_types_of_other_side(Expression& operation, const Casts& casts);

}  // namespace pgplumb
