#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of operator_classes.sql.
void read_operator_class_row(Introspection& read, const Row& row);
/// A row of indexes.sql: a plain unique index or a unique constraint becomes a Unique.
void read_index_row(Introspection& read, const Row& row);

}  // namespace pgplumb
