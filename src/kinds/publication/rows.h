#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of publications.sql.
void read_publication_row(Introspection& read, const Row& row);

}  // namespace pgplumb
