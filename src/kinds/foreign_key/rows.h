#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of foreign_keys.sql.
void read_foreign_key_row(Introspection& read, const Row& row);

}  // namespace pgplumb
