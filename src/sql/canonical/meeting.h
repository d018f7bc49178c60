// Expressions whose types must agree: operands of a comparison, members of an array, results of a CASE.
#pragma once

#include <vector>

#include "sql/canonical/casts.h"

namespace pgplumb {

/// Points at the arguments that meet; they are rewritten in place.
using Meeting = std::vector<Expression*>;

Meeting meeting_of(std::vector<Expression>& expressions);

/// Finds the type they meet in; takes off the casts and gives literals the spelling that follow from it.
void meet(const Meeting& meeting, const Casts& casts);

/// The same for numbers, or for dates and timestamps, alone; does nothing where other types are among them. A cast decides the
/// type that they meet in, or nothing. In the latter case it goes; in the former all of them get it, as the server may have added
/// it to any.
void meet_as_ranked(const Meeting& meeting, const Casts& casts);

}  // namespace pgplumb
