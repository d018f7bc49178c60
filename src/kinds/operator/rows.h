#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of operators.sql.
void read_operator_row(Introspection& read, const Row& row);

}  // namespace pgplumb
