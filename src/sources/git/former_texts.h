// What a file was like before, as far as git remembers.
#pragma once

#include <pgplumb/history/timeline.h>

#include <string>
#include <vector>

namespace pgplumb {

/// The newest first, and no more than a few. Empty where the file is in no repository, or there is no git.
std::vector<FormerText> read_former_texts(const std::string& file);

}  // namespace pgplumb
