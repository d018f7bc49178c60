// Text search vectors and queries, as far as they are plain words (utils/adt/tsvector.c, tsquery.c).
#include <algorithm>
#include <vector>

#include "sql/canonical/literals/literals.h"

namespace pgplumb {
namespace {

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '\'';
}

/// Words parted by spaces; none where there is anything else. A word in quotes is the word.
std::optional<std::vector<std::string>> plain_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    if (!std::all_of(word.begin(), word.end(), is_plain)) return std::nullopt;
    const bool is_quoted = word.size() > 2 && word.front() == '\'' && word.back() == '\'';
    const std::string_view inside = is_quoted ? word.substr(1, word.size() - 2) : word;
    if (inside.find('\'') != inside.npos) return std::nullopt;
    words.emplace_back(inside);
  }
  return words;
}

}  // namespace

LiteralText tsvector_literal(std::string_view text) {
  auto words = plain_words(text);
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
    const auto words = plain_words(text.substr(0, end));
    if (!words || words->size() != 1) return std::nullopt;
    query += (query.empty() ? "'" : " & '") + words->front() + "'";
    if (end == text.size()) return query;
    text.remove_prefix(end + 1);
  }
}

}  // namespace pgplumb
