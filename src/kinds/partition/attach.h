// Tables that become partitions, and partitions that become tables.
#pragma once

#include "kinds/partition/ddl.h"

namespace pgplumb {

/// ATTACH PARTITION. Its own partitions stay below it.
void attach_partition(Session& session, Symbol* table, const PartitionParent& parent, const PartitionBoundSpec* bound);

/// DETACH PARTITION: it keeps what it has from above, under the names that it has there, but the triggers. CONCURRENTLY and
/// FINALIZE leave a CHECK of what its bound was.
void detach_partition(Session& session, Symbol* partition, bool concurrently);

}  // namespace pgplumb
