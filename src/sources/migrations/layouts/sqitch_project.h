// Where a Sqitch project keeps its plan and its scripts: sqitch.conf, which is a git config file.
#pragma once

#include <filesystem>

namespace pgplumb {

struct SqitchProject {
  std::filesystem::path plan;
  std::filesystem::path deploy;  ///< the folder of the scripts that make changes
};

/// The project of a folder that holds sqitch.conf or the plan, or of the folder `deploy` beside the plan; what is not there is
/// where Sqitch would look for it by default (App::Sqitch::Target).
SqitchProject sqitch_project(const std::filesystem::path& folder);

}  // namespace pgplumb
