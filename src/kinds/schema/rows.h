#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of schemas.sql.
void read_schema_row(Introspection& read, const Row& row);

}  // namespace pgplumb
