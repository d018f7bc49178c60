// Which groups are worth holding against each other, so that comparing stays linear where two sources have little in common.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace pgplumb {

using Indexes = std::vector<std::size_t>;
/// The lesser index first, each pair once.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

Pairs all_pairs(const Indexes& open);

/// Those that have a key in common. What very many have tells nothing of one of them.
Pairs pairs_of_one_key(const Indexes& open, const std::function<std::vector<std::string>(std::size_t)>& keys_of);

/// Those of which one may have four fifths of the other's words or more. It then has one of the other's rarest, whichever fifth
/// it lacks.
Pairs pairs_with_common_words(const Indexes& open, const std::function<std::vector<std::string>(std::size_t)>& words_of);

}  // namespace pgplumb
