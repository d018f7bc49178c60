// The order of versions and of the files that begin with them.
#pragma once

#include <string_view>

namespace pgplumb {

/// Numbers count as such: 2_b.sql before 10_a.sql, 1.9 before 1.10.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace pgplumb
