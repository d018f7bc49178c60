#pragma once

#include <pgplumb/kinds/trigger.h>

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of triggers.sql, then of partition_triggers.sql.
void read_trigger_row(Introspection& read, const Row& row);
void read_partition_trigger_row(Introspection& read, const Row& row);

/// pg_trigger.tgenabled and its like.
Firing firing_of(char letter);

}  // namespace pgplumb
