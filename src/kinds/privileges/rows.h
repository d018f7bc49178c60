#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of privileges.sql.
void read_privileges_row(Introspection& read, const Row& row);

}  // namespace pgplumb
