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
/// A bound that holds no row, or some that are another partition's.
void require_free_bound(Session& session, const Symbol* partition);

/// An index on a relation; of a partition's that it has from above, the one above.
struct PartitionedIndex {
  const Symbol* relation = nullptr;
  const Symbol* of = nullptr;
};
/// Fails where the one is no index of a partition of what the other is on, or is another than it; false where either is
/// uncertain.
bool is_attachable_index(Session& session, const PartitionedIndex& above, const PartitionedIndex& own);

}  // namespace pgplumb
