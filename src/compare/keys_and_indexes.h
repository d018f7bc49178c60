// Matching of keys, uniques, foreign keys and indexes, whose names may differ without meaning anything.
#pragma once

#include <vector>

#include "compare/group.h"

namespace pgplumb {

/// Groups the constraints and indexes of one table in passes over all sources at once: same name and definition, same definition,
/// same name, and foreign keys over the same columns to the same table.
std::vector<Group> match_keys_and_indexes(const Group& table, const SourceList& sources);

}  // namespace pgplumb
