// How a row of the table that an expression stands on is told from other nodes.
#pragma once

#include <string_view>

namespace pgplumb {

/// The words of the node, of which the only argument is `*`, of the table's type.
inline constexpr std::string_view of_row = "of row";

}  // namespace pgplumb
