// Going through everything that a draft has, and what it says of it.
#pragma once

#include <pgplumb/catalog/draft.h>

namespace pgplumb {

/// Calls `visit(item)` for each object that is there, in the order of declaration.
template <class Visit>
void for_each_declared(const Draft& draft, const Visit& visit) {
  for (std::size_t n = 1; n <= draft.declared_count(); ++n)
    if (const Draft::Item* item = draft.declared(n)) visit(*item);
}

/// The source leaves the field open: whatever another has there is no difference.
inline void accept_any(Draft& draft, const Symbol* symbol, std::string_view field) {
  draft.change(symbol, [&](Draft::Item& item) {
    auto& accepts = item.notes.edit().accepts;
    std::erase_if(accepts, [&](const Acceptance& one) { return one.field == field; });
    accepts.push_back({field, true, {}});
  });
}

}  // namespace pgplumb
