// One order for the objects of a catalog.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <functional>
#include <vector>

namespace pgplumb {

/// What is in a schema, or belongs to a relation or type; in any order.
using MembersOf = std::function<std::vector<Draft::Item*>(const Symbol* owner)>;

/// Moves what the items declare into entries sorted by id; enum values are numbered 0, 1, 2 … in their order. `globals` are in no
/// schema; `count` is how many items there are.
std::vector<Entry> sorted_entries(std::vector<Draft::Item*> globals, const MembersOf& members_of, std::size_t count);

}  // namespace pgplumb
