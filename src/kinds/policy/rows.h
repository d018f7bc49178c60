#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of policies.sql.
void read_policy_row(Introspection& read, const Row& row);

}  // namespace pgplumb
