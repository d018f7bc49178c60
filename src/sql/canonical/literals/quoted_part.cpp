#include "sql/canonical/literals/quoted_part.h"

namespace pgplumb {

std::optional<std::string> take_part(std::string_view& text, std::string_view ends) {
  std::string part;
  bool is_quoted = false;
  for (; !text.empty(); text.remove_prefix(1)) {
    const char c = text.front();
    if (!is_quoted && ends.find(c) != ends.npos) return part;
    const bool is_doubled = is_quoted && text.starts_with("\"\"");
    if (c == '"' && !is_doubled) {
      is_quoted = !is_quoted;
      continue;
    }
    if ((is_doubled || c == '\\') && text.size() > 1) text.remove_prefix(1);
    part += text.front();
  }
  return std::nullopt;
}

std::string quote_part(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += c;
    quoted += c;
  }
  return quoted += '"';
}

}  // namespace pgplumb
