// Who has an object, who lacks it, and who has nothing to say of it.
#pragma once

#include <optional>

#include "compare/group.h"

namespace pgplumb {

/// What source i says of an object it does not have: absent, silent or uncertain. `owner` is the group of the table or type of a
/// member, null for owners themselves.
State state_of_missing(const Group& group, const Group* owner, const SourceList& sources, std::size_t i);

/// What each source says of the object's presence; a disagreement when some have it and some say that it is absent.
std::optional<Disagreement> presence(const Group& group, const Group* owner, const SourceList& sources);

/// How many sources spoke of it, having it or saying that it is absent.
bool spoken_of_by_several(const Group& group, const Group* owner, const SourceList& sources);

}  // namespace pgplumb
