// What a partition says of its table's columns by itself.
#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// NOT NULL: of a partition's alone, or of a table's.
void make_not_null(Session& session, const Symbol* relation, const Symbol* column);
void drop_own_not_null(Session& session, const Symbol* partition, const Symbol* column);
/// Null for no default.
void set_own_default(Session& session, const Symbol* partition, const Symbol* column, PartitionDefault own);

/// ALTER of a column of a table, or ONLY of it, that is partitioned: the partitions take it over, or keep what they had. Before it
/// is carried out.
void carry_default_to_partitions(Session& session, const Symbol* table, const Symbol* column, bool only);
void carry_not_null_to_partitions(Session& session, const Symbol* table, const Symbol* column);

}  // namespace pgplumb
