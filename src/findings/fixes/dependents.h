// What stands in the way of dropping something that is made again at once.
#pragma once

#include <pgplumb/catalog/catalog.h>

#include <vector>

namespace pgplumb {

/// All that refers to the object or its columns, and to that, in the order in which it can be dropped.
std::vector<const Entry*> dependents_of(const Catalog& catalog, const Entry& entry);

/// What keeps the column from getting another type (RememberAllDependentForRebuilding in commands/tablecmds.c): views, rules,
/// triggers and policies that name it, and all over these views, in the order in which it can be dropped.
std::vector<const Entry*> dependents_of_column(const Catalog& catalog, const Entry& column);

}  // namespace pgplumb
