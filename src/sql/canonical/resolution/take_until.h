// For reading the lines of the .signatures files.
#pragma once

#include <string_view>

namespace pgplumb {

/// Takes off what stands before `end`, and `end`.
std::string_view take_until(std::string_view& text, char end);

}  // namespace pgplumb
