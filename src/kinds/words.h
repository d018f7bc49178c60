// Short descriptions put together.
#pragma once

#include <initializer_list>
#include <string>

namespace pgplumb {

/// The parts that are not empty, with spaces between.
inline std::string words(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : " ") + part;
  return text;
}

}  // namespace pgplumb
