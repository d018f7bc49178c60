// Names that are put together at run time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "statements/words.h"

namespace pgplumb {

/// The name behind the word for its kind, as far as it is known: its beginning, "" for nothing; none where all of it is.
std::optional<std::string> known_beginning(const std::vector<Word>& words, std::size_t kind);

}  // namespace pgplumb
