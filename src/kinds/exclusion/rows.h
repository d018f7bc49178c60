#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of exclusions.sql.
void read_exclusion_row(Introspection& read, const Row& row);

}  // namespace pgplumb
