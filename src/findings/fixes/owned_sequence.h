// The sequence that a column owns.
#pragma once

#include <pgplumb/catalog/catalog.h>

namespace pgplumb {

/// Null where it owns none.
const Entry* owned_sequence(const Catalog& catalog, const Entry& column);

}  // namespace pgplumb
