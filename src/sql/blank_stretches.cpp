#include "sql/blank_stretches.h"

#include <algorithm>
#include <cctype>

#include "sql/script_scanner.h"

namespace pgplumb {

namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

/// Whether the quote at `at` follows an E of its own: backslashes escape in such a text.
bool takes_backslashes(std::string_view sql, std::size_t at) {
  if (sql[at] != '\'' || at == 0 || (sql[at - 1] | 0x20) != 'e') return false;
  return at == 1 || !is_word(sql[at - 2]);
}

/// Behind the text that the quote at `at` opens. A doubled quote opens the next one at once.
std::size_t behind_quoted(std::string_view sql, std::size_t at) {
  const char quote = sql[at];
  const bool backslashes = takes_backslashes(sql, at);
  for (++at; at < sql.size() && sql[at] != quote; ++at)
    if (backslashes && sql[at] == '\\') ++at;
  return std::min(at + 1, sql.size());
}

/// Behind the text that `$tag$` at `at` opens, or behind the dollar where it opens none.
std::size_t behind_dollar_quoted(std::string_view sql, std::size_t at) {
  std::size_t end = at + 1;
  while (end < sql.size() && is_word(sql[end])) ++end;
  const bool is_parameter = end > at + 1 && std::isdigit(static_cast<unsigned char>(sql[at + 1]));
  const bool continues_word = at > 0 && is_word(sql[at - 1]);
  if (end >= sql.size() || sql[end] != '$' || is_parameter || continues_word) return at + 1;
  const std::string_view tag = sql.substr(at, end + 1 - at);
  const std::size_t close = sql.find(tag, end + 1);
  return close == std::string_view::npos ? sql.size() : close + tag.size();
}

/// Block comments nest; that of a line ends before its line break.
std::size_t behind_comment(std::string_view sql, std::size_t at) {
  if (sql[at] == '-') return std::min(sql.find('\n', at), sql.size());
  std::size_t depth = 0;
  do {
    const bool opens = sql.compare(at, 2, "/*") == 0, closes = sql.compare(at, 2, "*/") == 0;
    depth += opens;
    depth -= closes;
    at += opens || closes ? 2 : 1;
  } while (depth > 0 && at < sql.size());
  return at;
}

}  // namespace

std::size_t behind_token(std::string_view sql, std::size_t at) {
  if (sql[at] == '\'' || sql[at] == '"') return behind_quoted(sql, at);
  return sql[at] == '$' ? behind_dollar_quoted(sql, at) : at + 1;
}

std::vector<Stretch> blank_stretches(std::string_view sql) {
  std::vector<Stretch> stretches;
  for (std::size_t at = 0; at < sql.size();) {
    const std::size_t end = skip_blank(sql, at);
    if (end > at) stretches.push_back({at, end});
    at = end < sql.size() ? behind_token(sql, end) : end;
  }
  return stretches;
}

std::vector<Stretch> comments_in(std::string_view sql, Stretch blank) {
  std::vector<Stretch> comments;
  for (std::size_t at = blank.begin; at < blank.end;) {
    const bool is_comment = !std::isspace(static_cast<unsigned char>(sql[at]));
    const std::size_t end = is_comment ? std::min(behind_comment(sql, at), blank.end) : at + 1;
    if (is_comment) comments.push_back({at, end});
    at = end;
  }
  return comments;
}

}  // namespace pgplumb
