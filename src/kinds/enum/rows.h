#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of enums.sql: one value, or an enum without values.
void read_enum_row(Introspection& read, const Row& row);

}  // namespace pgplumb
