// Calls: which function they mean, and what their arguments are converted to.
#pragma once

#include "sql/canonical/casts.h"

namespace pgplumb {

void rewrite_call(Expression& call, const Casts& casts);
/// Of an ordered-set aggregate, the values that it orders are arguments too: percentile_cont(0.5) WITHIN GROUP (ORDER BY a).
void rewrite_ordered_set(Expression& call, Expression& order, const Casts& casts);

/// Converts the arguments of a call or an operation to what it takes. False where that is not known.
bool convert_arguments(Expression& call, const Casts& casts);
/// Of what goes to nobody knows which function: the server has added those that it takes.
void take_off_labels(std::vector<Expression>& arguments, const Casts& casts);

}  // namespace pgplumb
