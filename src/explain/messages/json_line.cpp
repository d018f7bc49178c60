#include "explain/messages/json_line.h"

#include <charconv>

namespace pgplumb {
namespace {

/// \u0022 and the like: only what ASCII has; other characters stay as they are written.
bool append_code_point(std::string& text, std::string_view digits) {
  unsigned code = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (digits.size() != 4 || result.ptr != digits.data() + 4 || code == 0 || code > 0x7e) return false;
  text += static_cast<char>(code);
  return true;
}

char unescaped(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case '"':
    case '\\':
    case '/':
      return c;
    default:
      return '\0';
  }
}

}  // namespace

bool is_json_line(std::string_view line) {
  const auto brace = line.substr(0, 200).find('{');
  if (brace == std::string_view::npos || line.find('"', brace) == std::string_view::npos) return false;
  const auto inside = line.find_first_not_of(" \t", brace + 1);
  const auto before = line.substr(0, brace);
  return inside != std::string_view::npos && line[inside] == '"' && before.find('"') == std::string_view::npos;
}

std::string undo_json_escapes(std::string_view line) {
  std::string text;
  text.reserve(line.size());
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\' && at + 1 < line.size()) {
      if (const char c = unescaped(line[at + 1])) {
        text += c;
        ++at;
        continue;
      }
      if (line[at + 1] == 'u' && append_code_point(text, line.substr(at + 2, 4))) {
        at += 5;
        continue;
      }
    }
    text += line[at];
  }
  return text;
}

}  // namespace pgplumb
