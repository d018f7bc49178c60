#include "sources/migrations/read_text.h"

#include <pgplumb/error.h>
#include <pgplumb/sql/parse.h>

#include <fstream>
#include <optional>
#include <sstream>

#include "sources/migrations/client_encoding.h"
#include "sql/script_scanner.h"

namespace pgplumb {

namespace {

bool is_continuation(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// The length of the UTF-8 sequence at `at`; 0 where there is none, overlong forms and surrogates included.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!is_continuation(text, at + i)) return 0;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool beyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
  return overlong || beyond ? 0 : length;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

void require_text(std::string_view name, std::string_view text) {
  const Position file{remember_file(name), 0, 0};
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    throw Error("this is UTF-16", file, "save it as UTF-8: PostgreSQL's tools read nothing else");
  if (text.find('\0') != std::string_view::npos)
    throw Error("this is a binary file, not SQL", file,
                text.starts_with("PGDMP") ? "make it SQL with `pg_restore --schema-only --file=schema.sql`" : "");
  if (const auto invalid = find_invalid_utf8(text))
    throw Error("invalid UTF-8", SourceText(name, std::string(text)).at(*invalid), "save the file as UTF-8");
}

}  // namespace

std::string read_sql_stream(std::istream& stream) {
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

std::string read_sql_file(const std::filesystem::path& path) {
  const Position at{remember_file(path.string()), 0, 0};
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) throw Error("no such file", at);
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error("the file cannot be read", at, "are its permissions right?");
  return read_sql_stream(file);
}

std::string readable(std::string_view name, std::string bytes) {
  std::string text = in_utf8(std::move(bytes));
  require_text(name, text);
  return text;
}

bool is_blank_sql(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return skip_blank(text, 0) >= text.size();
}

}  // namespace pgplumb
