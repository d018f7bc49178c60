// What ALTER TABLE says of partitions, and of tables that have some.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// CREATE TABLE … PARTITION OF.
void make_partition(Session& session, const Symbol* schema, const CreateStmt* statement);

/// Clauses of ALTER TABLE on the table or partition above.
void read_attach_partition(Session& session, const Symbol* above, const AlterTableCmd* command);
void read_detach_partition(Session& session, const Symbol* above, const AlterTableCmd* command);
/// ALTER INDEX … ATTACH PARTITION: the partition's index belongs to the one above from then on. False for any other statement.
bool attaches_index(Session& session, const AlterTableStmt* statement);

/// A clause on a partition that is about what it has from its table, and is not compared; a failure where PostgreSQL refuses it.
bool is_passed_by_partition(Session& session, const Symbol* relation, const AlterTableCmd* command);
/// What a clause on a relation does to the columns of the partitions below it, before it is carried out.
void carry_to_partitions(Session& session, const Symbol* relation, const AlterTableCmd* command, bool only);
/// A CHECK of a partition that is younger than `count` declared objects merges with that of the same name above.
void give_up_inherited_checks(Session& session, const Symbol* partition, std::size_t count);

}  // namespace pgplumb
