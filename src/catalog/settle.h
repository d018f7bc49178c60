// The last step of building a catalog: one spelling for equal things, one order.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <functional>
#include <vector>

namespace pgplumb {

/// Puts expressions into canonical form and makes nextval() defaults `serial`. The items are the draft's.
void normalise_items(const std::vector<Draft::Item*>& items, const Draft& draft);

/// What is in a schema, or belongs to a relation or type; in any order.
using MembersOf = std::function<std::vector<Draft::Item*>(const Symbol* owner)>;

/// Moves what the items declare into entries sorted by id; enum values are numbered 0, 1, 2 … in their order. `globals` are in no
/// schema; `count` is how many items there are.
std::vector<Entry> sorted_entries(std::vector<Draft::Item*> globals, const MembersOf& members_of, std::size_t count);

}  // namespace pgplumb
