// Constraints and indexes of what is partitioned reach its partitions, which may have the same already.
#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// A unique or key of what is partitioned is over all columns that it is partitioned by.
void require_partition_key(const Draft& draft, const Symbol* member);

/// The members of a relation that are younger than `count` declared objects reach its partitions: these give up what is the same.
/// `reaches` is false for what was made ON ONLY the relation.
void hand_down(Session& session, const Symbol* relation, std::size_t count, bool reaches);
/// The same for one partition and what it has from above, but for what it has as its own already.
void give_up_inherited(Session& session, const Symbol* partition);

/// Whether PostgreSQL takes a constraint or index of a partition for the one above, as its CompareIndexInfo() does: sort order
/// and storage do not count, and a constraint asks for a constraint.
bool is_same_as_above(const Draft::Item& own, const Draft::Item& above);

/// ALTER INDEX above ATTACH PARTITION own: the partition's index is the one above from then on.
void attach_index(Session& session, const Symbol* above, const Symbol* own);

}  // namespace pgplumb
