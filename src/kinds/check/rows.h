#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of checks.sql.
void read_check_row(Introspection& read, const Row& row);
/// A row of checks_not_enforced.sql, which come after all of them.
void read_not_enforced_row(Introspection& read, const Row& row);

}  // namespace pgplumb
