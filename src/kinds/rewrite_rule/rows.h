#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of rules.sql.
void read_rule_row(Introspection& read, const Row& row);

}  // namespace pgplumb
