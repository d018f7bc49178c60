// Parts of the literals of rows and ranges, in which quotes and backslashes keep what would end them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pgplumb {

/// Takes off what stands before one of `ends` outside of quotes; none where there is no such.
std::optional<std::string> take_part(std::string_view& text, std::string_view ends);

/// In quotes, so that it is read as it is.
std::string quote_part(std::string_view text);

}  // namespace pgplumb
