// The names that an expression's functions, operators and collations have in the end, without the schemas that everybody looks in.
#pragma once

#include <pgplumb/sql/expression.h>

namespace pgplumb {

void name_function(Expression& call, const KnownTypes& types);
void name_operator(Expression& operation, const KnownTypes& types);
void name_collation(Expression& collated);

}  // namespace pgplumb
