#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of routines.sql or aggregates.sql.
void read_routine_row(Introspection& read, const Row& row);

}  // namespace pgplumb
