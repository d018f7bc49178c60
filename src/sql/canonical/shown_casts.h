// The casts that follow from the types of what an expression is over, put where the server shows them.
#pragma once

#include <pgplumb/sql/expression.h>

namespace pgplumb {

/// Of operations and calls over the column: `x = 'a'` of a varchar is `x::text = 'a'::text`. What is left as it is follows from
/// nothing that is known.
Expression with_casts_shown(Expression expression, const Symbol* column, const KnownTypes& types);

}  // namespace pgplumb
