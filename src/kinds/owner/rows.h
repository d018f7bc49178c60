#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of owners.sql.
void read_owner_row(Introspection& read, const Row& row);

}  // namespace pgplumb
