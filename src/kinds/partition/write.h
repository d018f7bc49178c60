// What a partition is attached by, as SQL.
#pragma once

#include <pgplumb/kinds/partition.h>

#include <string>

namespace pgplumb {

/// `RANGE ("at", (lower(note)) COLLATE "C")`
std::string partition_key_clause(const Expression& key);

/// `FOR VALUES IN (1, 2)`, `DEFAULT`
std::string bound_clause(const Partition& partition);

}  // namespace pgplumb
