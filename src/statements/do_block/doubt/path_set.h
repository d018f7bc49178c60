// What sets the search_path, told by its words.
#pragma once

#include <optional>
#include <string_view>

namespace pgplumb {

struct PathSet {
  bool is_local;  ///< until the transaction ends
};

/// SET search_path, SET SCHEMA, and a SELECT that calls set_config('search_path', …); nothing for anything else.
std::optional<PathSet> path_set_by(std::string_view statement);

}  // namespace pgplumb
