#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of domains.sql.
void read_domain_row(Introspection& read, const Row& row);

}  // namespace pgplumb
