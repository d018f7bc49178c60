#pragma once

#include <pgplumb/kinds/table.h>

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of tables.sql.
void read_table_row(Introspection& read, const Row& row);

/// By its letter in pg_class.relreplident.
ReplicaIdentity replica_identity_of(char letter);
/// A row of views.sql, once all columns are there.
void read_view_row(Introspection& read, const Row& row);
/// A row of foreign_tables.sql.
void read_foreign_table_row(Introspection& read, const Row& row);
/// A row of inherits.sql.
void read_inherits_row(Introspection& read, const Row& row);

}  // namespace pgplumb
