// Indexes, keys and types that are ordered by the operator class that is the default one of a type, which none of them names.
#pragma once

#include <pgplumb/catalog/draft.h>

namespace pgplumb {

void append_ordered_by_default(const Draft& draft, const Symbol* opclass, std::vector<Symbol*>& found);

}  // namespace pgplumb
