// Routines, operators, casts and user mappings: they are known by the names of types or servers, which may be others in another
// source.
#pragma once

#include "compare/group.h"

namespace pgplumb {

/// Whether the object's name holds those of others: "area(shape)", "app on server files".
bool is_known_by_types(const Entry& entry);

/// Makes one of two groups whose names are the same as soon as a type, table or server has the name that is meant.
void pair_by_types(std::vector<Group>& owners);

}  // namespace pgplumb
