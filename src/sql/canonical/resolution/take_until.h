// For reading the lines of the .signatures files.
#pragma once

#include <algorithm>
#include <string_view>

namespace pgplumb {

/// Takes off what stands before `end`, and `end`.
inline std::string_view take_until(std::string_view& text, char end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return taken;
}

}  // namespace pgplumb
