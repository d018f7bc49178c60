#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of columns.sql.
void read_column_row(Introspection& read, const Row& row);
/// A row of owned_sequences.sql.
void read_owned_sequence_row(Introspection& read, const Row& row);

}  // namespace pgplumb
