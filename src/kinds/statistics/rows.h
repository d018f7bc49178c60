#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of statistics.sql.
void read_statistics_row(Introspection& read, const Row& row);

}  // namespace pgplumb
