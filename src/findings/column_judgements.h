// How bad it is where columns differ.
#pragma once

#include "findings/severity.h"

namespace pgplumb {

Judgement extra_column(const Case& one);
Judgement column_type(const Case& one);
Judgement column_nullability(const Case& one);
Judgement column_default(const Case& one);
Judgement column_identity(const Case& one);

}  // namespace pgplumb
