#include "sql/written_name.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <vector>

namespace pgplumb {
namespace {

constexpr std::string_view blanks = " \t\n\r\f\v";

/// Takes one identifier from the front of `text`; nothing where there is none.
std::optional<std::string> take_identifier(std::string_view& text) {
  std::string name;
  if (!text.starts_with('"')) {
    const std::size_t end = std::min(text.find_first_of(" \t\n\r\f\v.\""), text.size());
    name = lower_case(text.substr(0, end));
    text.remove_prefix(end);
    return name.empty() ? std::nullopt : std::optional(name);
  }
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"' && (i + 1 == text.size() || text[i + 1] != '"')) {
      text.remove_prefix(i + 1);
      return name;
    }
    if (text[i] == '"') ++i;
    name += text[i];
  }
  return std::nullopt;
}

void skip_blanks(std::string_view& text) { text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size())); }

}  // namespace

std::optional<WrittenName> read_name(std::string_view text) {
  std::vector<std::string> parts;
  do {
    if (!parts.empty()) text.remove_prefix(1);  // "."
    skip_blanks(text);
    auto part = take_identifier(text);
    if (!part) return std::nullopt;
    parts.push_back(std::move(*part));
    skip_blanks(text);
  } while (text.starts_with('.'));
  if (!text.empty()) return std::nullopt;
  return WrittenName{parts.size() > 1 ? parts[parts.size() - 2] : std::string(), parts.back()};
}

std::string printed_name(const WrittenName& name) {
  const bool is_plain = name.schema.empty() || name.schema == "public" || name.schema == "pg_catalog";
  return (is_plain ? std::string() : quote_where_needed(name.schema) + ".") + quote_where_needed(name.name);
}

}  // namespace pgplumb
