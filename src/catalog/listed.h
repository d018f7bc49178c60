// Texts that list things as they are kept and shown: "a, b, c", "" for none.
#pragma once

#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// Parts of `list`, which has to live as long as they do.
inline std::vector<std::string_view> listed(std::string_view list) {
  constexpr std::string_view between = ", ";
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(between), list.size());
    parts.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + between.size(), list.size()));
  }
  return parts;
}

template <class Parts>
std::string as_list(const Parts& parts) {
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace pgplumb
