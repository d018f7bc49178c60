#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of primary_keys.sql.
void read_primary_key_row(Introspection& read, const Row& row);

}  // namespace pgplumb
