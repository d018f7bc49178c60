#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of user_mappings.sql.
void read_user_mapping_row(Introspection& read, const Row& row);

}  // namespace pgplumb
