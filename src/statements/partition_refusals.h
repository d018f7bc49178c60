// What PostgreSQL refuses about partitions and what is partitioned.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// A clause on a partition that is about what it has from its table.
void refuse_on_partition(Session& session, const Symbol* partition, const AlterTableCmd* command);
/// A clause on what is partitioned: of the columns of its key, and of itself ONLY.
void refuse_on_partitioned(Session& session, const Symbol* relation, const AlterTableCmd* command, bool only);
/// What the relation has that is younger than `count` declared objects, where it is partitioned: a unique without the columns of
/// the key, a CHECK that is NO INHERIT, what ONLY it has of what its partitions must have too.
void refuse_made_on_partitioned(Session& session, const Symbol* relation, std::size_t count, bool only);

/// Something hung below what is not partitioned.
void require_partitioned(Session& session, const Symbol* relation);
/// A table that is above what it is attached to, or whose columns or CHECKs are others.
void require_attachable(Session& session, const Symbol* table, const Symbol* above);
/// A bound that another partition has.
void require_free_bound(Session& session, const Symbol* partition);

}  // namespace pgplumb
