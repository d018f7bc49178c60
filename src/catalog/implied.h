// What stands in expressions though no symbol there names it: operators that NULLIF looks for, functions of casts, fields of
// rows.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <vector>

namespace pgplumb {

/// In an expression of the holder.
bool is_implied_in(const Draft& draft, const Symbol* holder, const Expression& expression, const Symbol* object);

/// Objects in whose expressions it is implied. What is older than an operator or a cast found another.
void append_where_implied(const Draft& draft, const Symbol* object, std::vector<Symbol*>& found);

}  // namespace pgplumb
