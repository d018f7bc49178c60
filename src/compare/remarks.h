// Disagreements over what is no field of an object: its name and kind, its comment, owner and privileges, the order of its
// values.
#pragma once

#include <vector>

#include "compare/group.h"

namespace pgplumb {

/// Those of the group; `owner` is that of the table of a member, null for owners themselves.
std::vector<Disagreement> remark_disagreements(const Group& group, const Group* owner, const SourceList& sources);

/// Over the order of the values that all of an enum's sources are known to share: none or one.
std::vector<Disagreement> order_disagreements(const Group& type, const std::vector<Group>& values, const SourceList& sources);

}  // namespace pgplumb
