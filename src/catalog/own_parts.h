// Where partitions say something of columns and triggers by themselves.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <vector>

namespace pgplumb {

/// What a partition says as the table or partition that it is attached to does is nothing of its own. Defaults are normalised.
void leave_out_inherited(const std::vector<Draft::Item*>& items, const Draft& draft);

}  // namespace pgplumb
