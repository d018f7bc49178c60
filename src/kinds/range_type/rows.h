#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of range_types.sql.
void read_range_type_row(Introspection& read, const Row& row);

}  // namespace pgplumb
