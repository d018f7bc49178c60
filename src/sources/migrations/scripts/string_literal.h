// String literals of the languages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/migrations/scripts/language.h"

namespace pgplumb::scripts {

struct LiteralStretch {
  std::string text;
  std::size_t from;
  std::size_t expression_begin = 0, expression_end = 0;  ///< of what is put in here; 0 for characters
};

struct StringLiteral {
  std::size_t end;  ///< behind the closing quote
  std::vector<LiteralStretch> stretches;
};

/// The literal that begins at `at`, prefixes included; none where none does.
std::optional<StringLiteral> string_literal_at(const Language& language, std::string_view text, std::size_t at);

}  // namespace pgplumb::scripts
