// What stands in the way of dropping something that is made again at once.
#pragma once

#include <pgplumb/catalog/catalog.h>

#include <vector>

namespace pgplumb {

/// All that refers to the object or its columns, and to that, in the order in which it can be dropped.
std::vector<const Entry*> dependents_of(const Catalog& catalog, const Entry& entry);

}  // namespace pgplumb
