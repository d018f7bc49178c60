// Text search vectors and queries, as far as they are plain words (utils/adt/tsvector.c, tsquery.c).
#include <algorithm>
#include <vector>

#include "sql/canonical/literals/literals.h"

namespace pgplumb {
namespace {

/// Which letters beyond ASCII part words the server's locale decides.
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Words parted by spaces; none where one of the letters stands that mean something. A word in quotes is the word.
std::optional<std::vector<std::string>> plain_words(std::string_view text, std::string_view letters_with_a_meaning) {
  const bool is_plain = std::all_of(text.begin(), text.end(), is_ascii) && text.find_first_of("\\\t\n\v\f\r") == text.npos;
  if (!is_plain || text.find_first_of(letters_with_a_meaning) != text.npos) return std::nullopt;
  std::vector<std::string> words;
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    const bool is_quoted = word.size() > 2 && word.front() == '\'' && word.back() == '\'';
    const std::string_view inside = is_quoted ? word.substr(1, word.size() - 2) : word;
    if (inside.find('\'') != inside.npos) return std::nullopt;
    words.emplace_back(inside);
  }
  return words;
}

}  // namespace

LiteralText tsvector_literal(std::string_view text) {
  auto words = plain_words(text, ":");
  if (!words) return std::nullopt;
  std::sort(words->begin(), words->end());
  words->erase(std::unique(words->begin(), words->end()), words->end());
  std::string vector;
  for (const std::string& word : *words) vector += (vector.empty() ? "'" : " '") + word + "'";
  return vector;
}

LiteralText tsquery_literal(std::string_view text) {
  std::string query;
  while (true) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const auto words = plain_words(text.substr(0, end), "|!()<>:*");
    if (!words || words->size() != 1) return std::nullopt;
    query += (query.empty() ? "'" : " & '") + words->front() + "'";
    if (end == text.size()) return query;
    text.remove_prefix(end + 1);
  }
}

}  // namespace pgplumb
