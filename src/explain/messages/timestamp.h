// When a line of a log was written, as it says itself.
#pragma once

#include <string_view>

namespace pgplumb {

/// "2026-03-01 03:02:11", "2026-03-01T03:02:11", "Mar  1 03:02:11" or "03:02:11" near the beginning of the line, to the second;
/// "" when it has none.
std::string_view find_timestamp(std::string_view line);

}  // namespace pgplumb
