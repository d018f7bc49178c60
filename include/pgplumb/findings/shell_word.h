// Commands that people copy: what is a name in them stays one.
#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

/// One word for a POSIX shell: as it is where that is safe, else in single quotes.
std::string shell_word(std::string_view word);

}  // namespace pgplumb
