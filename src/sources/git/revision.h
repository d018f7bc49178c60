// A file or folder as a revision of the git repository here has it: git:REVISION:PATH.
#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

/// Whether the place is written like one.
bool is_in_git(std::string_view place);

/// Checks the path out into a temporary folder, which lives as long as the process, and gives its path there. Messages name its
/// files as git:REVISION:FILE. The repository itself is not touched: git runs with an index of its own. Throws Error with what
/// git says.
std::string check_out(const std::string& place);

}  // namespace pgplumb
