#include "kinds/spelling.h"

#include "kinds/partition/partition_columns.sql.h"
#include "kinds/partition/partition_parts.sql.h"
#include "kinds/partition/partition_storage.sql.h"
#include "kinds/partition/partitioned_tables.sql.h"
#include "kinds/partition/partitions.sql.h"
#include "kinds/partition/replica_identities.sql.h"
#include "kinds/partition/rows.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) { return entry.notes->written.str(); }

std::string drop(const Entry& entry) { return "DROP TABLE " + quoted_owner(entry.id); }

constexpr CatalogQuery queries[] = {
    {"partitioned_tables.sql", "reads how tables are partitioned", partitioned_tables_sql, 1, read_partitioned_table_row},
    {"partitions.sql", "reads partitions and their bounds", partitions_sql, 2, read_partition_row},
    {"partition_parts.sql", "reads constraints and indexes that partitions have of their own", partition_parts_sql, 2,
     read_partition_part_row},
    {"partition_columns.sql", "reads what partitions say of columns by themselves", partition_columns_sql, 1,
     read_partition_column_row},
    {"partition_storage.sql", "reads where partitions store columns otherwise", partition_storage_sql, 1,
     read_partition_storage_row},
    {"replica_identities.sql", "reads by which indexes rows are replicated", replica_identities_sql, 1, read_stated_row<Table>}};

}  // namespace

extern const Spelling partition_spelling{Partition::kind, "partitions", {}, {}, {}, queries, create, drop};

}  // namespace pgplumb
