// The SQL that a script runs, found by following it: literals, the variables and loops over literals that they go through, the
// functions of the script that they are handed to, and the conditions that they stand under.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sources/migrations/scripts/language.h"
#include "sources/migrations/scripts/value.h"

namespace pgplumb::scripts {

struct Statement {
  std::vector<Run> runs;
  std::size_t site;              ///< where it is run, in bytes of the file
  bool is_guarded = false;       ///< under a condition that asks whether it is needed
  bool is_tried = false;         ///< it runs, and where it fails that is no problem
  std::string what;              ///< of one that is not known: "statement with {name}"; "" else
  std::string why, object = {};  ///< as in NotCompared
  /// Of such a one: its text is known, but not whether it runs; or it runs, and does more than that.
  bool is_doubtful = false, is_partial = false;
};

/// In the order in which they run, as far as that is known: else in that of the text. Functions that the file at `path` imports
/// are followed into the files beside it; what they run is placed where they are called.
std::vector<Statement> find_statements(const Language& language, const std::filesystem::path& path, std::string_view text,
                                       const Program& program);

}  // namespace pgplumb::scripts
