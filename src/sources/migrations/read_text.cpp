#include "sources/migrations/read_text.h"

#include <pgplumb/error.h>
#include <pgplumb/sql/parse.h>

#include <fstream>
#include <optional>
#include <sstream>

#include "sources/migrations/client_encoding.h"
#include "sources/utf8.h"
#include "sql/script_scanner.h"

namespace pgplumb {

namespace {

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
