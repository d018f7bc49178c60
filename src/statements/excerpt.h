// A statement as a report shows it.
#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

/// Its first words on one line, cut behind a word with " …" where it is long; without what may be a password.
std::string first_words(std::string_view statement);

}  // namespace pgplumb
