// "did you mean …?"
#pragma once

#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <string>
#include <string_view>

namespace pgplumb::prisma {

/// The hint for an unknown name, "" where no candidate is near.
template <class Range>
std::string suggest(std::string_view name, const Range& candidates, std::string_view prefix = "") {
  const std::string nearest = nearest_name(name, candidates);
  return nearest.empty() ? "" : fmt::format("did you mean {}{}?", prefix, nearest);
}

/// "a, b and c"
template <class Range>
std::string join_names(const Range& names, std::string_view last = " and ") {
  std::string text;
  std::size_t left = names.size();
  for (const auto& name : names) {
    text += name;
    if (--left) text += left == 1 ? last : ", ";
  }
  return text;
}

}  // namespace pgplumb::prisma
