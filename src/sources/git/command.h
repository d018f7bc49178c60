// The git command.
#pragma once

#include <string>
#include <vector>

namespace pgplumb {

/// What it printed and how it ended. Standard error counts as output.
struct GitAnswer {
  std::string text;
  bool good = false;
};

/// No shell is involved. `variables` ("NAME=value") go before those of the environment. Throws Error where there is no git.
GitAnswer run_git(std::vector<std::string> arguments, const std::vector<std::string>& variables = {});

}  // namespace pgplumb
