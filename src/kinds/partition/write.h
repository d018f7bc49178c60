// What a partition is attached by, as SQL.
#pragma once

#include <pgplumb/kinds/partition.h>

#include <string>

namespace pgplumb {

/// `FOR VALUES IN (1, 2)`, `DEFAULT`
std::string bound_clause(const Partition& partition);

}  // namespace pgplumb
