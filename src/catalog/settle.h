// The last step of building a catalog: one spelling for equal things.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <vector>

namespace pgplumb {

/// Puts expressions into canonical form and makes nextval() defaults `serial`. The items are the draft's.
void normalise_items(const std::vector<Draft::Item*>& items, const Draft& draft);

}  // namespace pgplumb
