#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of default_privileges.sql.
void read_default_privileges_row(Introspection& read, const Row& row);

}  // namespace pgplumb
