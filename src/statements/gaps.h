// What a tool, or psql, puts into a statement before it runs: `${name}`, `{{ name }}`, `:name`.
#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

/// The statement with `unknown_text` (statements/words.h) in the place of all that is put in.
std::string with_gaps(std::string_view statement);

}  // namespace pgplumb
