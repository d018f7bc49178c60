// Near misses: a thing missing on one side and one alike, unclaimed, on the other are one disagreement.
#pragma once

#include <vector>

#include "compare/group.h"

namespace pgplumb {

/// Merges groups of tables, types, functions and the like that are one thing under two names.
void pair_owners(std::vector<Group>& owners, const SourceList& sources);

/// The same for the columns of one table and the values of one enum.
void pair_members(std::vector<Group>& members, const Group& owner, const SourceList& sources);

}  // namespace pgplumb
