#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of tables.sql.
void read_table_row(Introspection& read, const Row& row);

}  // namespace pgplumb
