#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of sequences.sql.
void read_sequence_row(Introspection& read, const Row& row);

}  // namespace pgplumb
