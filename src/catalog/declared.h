// Going through everything that a draft has.
#pragma once

#include <pgplumb/catalog/draft.h>

namespace pgplumb {

/// Calls `visit(item)` for each object that is there, in the order of declaration.
template <class Visit>
void for_each_declared(const Draft& draft, const Visit& visit) {
  for (std::size_t n = 1; n <= draft.declared_count(); ++n)
    if (const Draft::Item* item = draft.declared(n)) visit(*item);
}

}  // namespace pgplumb
