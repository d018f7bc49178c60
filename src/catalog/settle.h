// The last step of building a catalog: one spelling for equal things, one order.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <functional>
#include <vector>

namespace pgplumb {

struct SettledItem {
  Draft::Item* item;
};

/// Puts expressions into canonical form and makes nextval() defaults `serial`. `column` gives the Column a symbol stands for, or
/// null.
void normalise_items(std::vector<SettledItem>& items, const std::function<const Column*(const Symbol*)>& column);

/// Moves the items' objects into entries sorted by id; enum values are numbered 0, 1, 2 … in their order. What entries point into
/// lives in `symbols`.
std::vector<Entry> sorted_entries(std::vector<SettledItem>& items, Symbols& symbols);

}  // namespace pgplumb
