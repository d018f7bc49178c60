// What a column's default and its identity say of one another.
#pragma once

#include <string_view>

#include "compare/group.h"

namespace pgplumb {

/// Whether a difference of that field goes without saying: another field, or the sequence, tells of it.
bool is_told_elsewhere(const Group& group, const SourceList& sources, std::string_view field);

}  // namespace pgplumb
