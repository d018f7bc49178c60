#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of owners_and_privileges.sql.
void read_access_row(Introspection& read, const Row& row);

}  // namespace pgplumb
