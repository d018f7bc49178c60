#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of partitioned_tables.sql, then of partitions.sql, parents before what is attached to them, then of partition_parts.sql
/// of partition_columns.sql and of partition_storage.sql.
void read_partitioned_table_row(Introspection& read, const Row& row);
void read_partition_row(Introspection& read, const Row& row);
void read_partition_part_row(Introspection& read, const Row& row);
void read_partition_column_row(Introspection& read, const Row& row);
void read_partition_storage_row(Introspection& read, const Row& row);
/// A row of sources/database/partition_names.sql.
void read_partition_name_row(Introspection& read, const Row& row);

}  // namespace pgplumb
