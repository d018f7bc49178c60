// What a view's query gives, as far as its columns tell.
#pragma once

#include <vector>

#include "compare/group.h"

namespace pgplumb {

/// As its query gives them; by name in a snapshot, which does not keep their order.
std::vector<const Entry*> columns_in_order(const Catalog& catalog, const Entry& view);

/// Whether two sources' queries surely differ: they give columns of other names, of other types or in another order.
bool give_other_columns(const Group& view, const SourceList& sources);

}  // namespace pgplumb
