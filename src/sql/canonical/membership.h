// `left IN (…)`, `left = ANY (array)`, `left = ANY (query)`, and rows compared with one another.
#pragma once

#include "sql/canonical/casts.h"

namespace pgplumb {

/// ANY or ALL of an array or a query: the operator is looked for with the left side and what the right one holds.
void rewrite_membership(Expression& operation, const Casts& casts);

/// `(a, b) < (c, d)`: the operator is looked for with each two.
void compare_members(Expression& operation, const Casts& casts);

}  // namespace pgplumb
