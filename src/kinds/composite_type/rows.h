#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of composite_types.sql.
void read_composite_type_row(Introspection& read, const Row& row);

}  // namespace pgplumb
