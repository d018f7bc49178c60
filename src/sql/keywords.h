#pragma once

#include <string_view>

namespace pgplumb {

/// Whether the word, in lower case, is a keyword that the grammar does not take for just any name: one that is reserved, or is a
/// name of columns or of functions and types only.
bool is_keyword_with_a_role(std::string_view word);

}  // namespace pgplumb
