// What is there under another name, as nothing but its fields tells.
#pragma once

#include <vector>

#include "compare/group.h"

namespace pgplumb {

/// Merges the groups that are known by their fields alone and equal in all of them: functions, triggers, policies … `owner` is
/// that of members, null for others.
void pair_renamed(std::vector<Group>& groups, const Group* owner, const SourceList& sources);

}  // namespace pgplumb
