// The frame of a window: ROWS BETWEEN 1 PRECEDING AND CURRENT ROW.
#pragma once

#include <pgplumb/sql/expression.h>

#include <string>

#include "sql/nodes.h"

namespace pgplumb {

/// "frame rows between ? preceding and current row", whose arguments are the offsets.
Expression window_frame(const ::WindowDef& window, std::vector<Expression> offsets);

bool is_window_frame(const Expression& expression);
/// In SQL, with the offsets in their places.
/// Of those, one that goes by the values it is sorted by.
bool is_range_frame(const Expression& expression);
std::string display_window_frame(const Expression& frame);

}  // namespace pgplumb
