#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of extensions.sql.
void read_extension_row(Introspection& read, const Row& row);

}  // namespace pgplumb
