// What calls of routines give.
#pragma once

#include <pgplumb/catalog/draft.h>

#include "catalog/routines.h"

namespace pgplumb {

/// What it says that it returns; of an aggregate, what its last function does. None where that is not known.
std::optional<DataType> result_type(const Draft& draft, const Routine& routine);

}  // namespace pgplumb
