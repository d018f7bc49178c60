// The sequence that a column owns.
#pragma once

#include "findings/case.h"

namespace pgplumb {

/// Of a column of the source; null where it owns none.
const Entry* owned_sequence(const Case& one, int source, const Entry& column);

}  // namespace pgplumb
