#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of casts.sql.
void read_cast_row(Introspection& read, const Row& row);

}  // namespace pgplumb
