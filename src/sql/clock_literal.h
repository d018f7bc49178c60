// Literals that are read by the clock when the statement runs, so that what is stored of them is another one each time.
#pragma once

#include <pgplumb/sql/expression.h>

#include <string>

namespace pgplumb {

/// 'now', 'today', 'tomorrow' or 'yesterday' as a date or a time, as it is written; "" where there is none.
std::string clock_literal(const Expression& expression);

}  // namespace pgplumb
