// Operations: which operator they mean, and what their operands are converted to.
#pragma once

#include "sql/canonical/casts.h"

namespace pgplumb {

void rewrite_operation(Expression& operation, const Casts& casts);
/// NULLIF and IS DISTINCT FROM look for the operator `=`.
void rewrite_equality(Expression& expression, const Casts& casts);

}  // namespace pgplumb
