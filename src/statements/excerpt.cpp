#include "statements/excerpt.h"

#include <pgplumb/pattern.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <cctype>

namespace pgplumb {

namespace {

/// Of what makes a role, a server and the like, up to where a password may stand.
std::string_view without_secrets(std::string_view text) {
  static const Pattern has_secrets(R"(^\s*(create|alter)\s+(user|server|foreign|role|subscription)\s)");
  const std::string lower = lower_case(text);
  std::size_t end = text.size();
  if (has_secrets.find(lower).empty()) return text;
  for (const std::string_view before : {"options", "password", "connection"}) end = std::min(end, lower.find(before));
  return text.substr(0, end);
}

}  // namespace

std::string first_words(std::string_view statement) {
  constexpr std::size_t enough = 72;
  std::string line;
  for (char letter : without_secrets(statement)) {
    const bool is_space = std::isspace(static_cast<unsigned char>(letter));
    if (is_space && line.size() >= enough) return line + " …";
    if (!is_space)
      line += letter;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

}  // namespace pgplumb
