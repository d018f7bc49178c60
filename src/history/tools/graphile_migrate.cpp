// graphile-migrate.
#include <algorithm>

#include "history/digests.h"
#include "history/tools/graphile_migrate_records.sql.h"
#include "history/tools/keys.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"migrations", {"previous_hash", "hash", "filename", "date"}, false, true},
    ToolTable{"current", {"filename", "content", "date"}},
};

/// 000001-what.sql is kept as 000001.sql; current.sql and current/*.sql are run over and over, and never recorded.
std::string key_of(const Migration& migration) {
  const std::string name = file_name_of(migration);
  const std::size_t end = name.find_first_not_of("0123456789");
  if (migration.name.starts_with("current")) return {};
  return end == 0 || end == std::string::npos ? name : name.substr(0, end) + ".sql";
}

std::string trimmed(std::string text) {
  constexpr const char* blanks = " \t\r\n";
  text.erase(text.find_last_not_of(blanks) + 1);
  return text.erase(0, text.find_first_not_of(blanks));
}

/// What stands behind the head of `--!` lines.
std::string body_of(std::string_view text) {
  while (text.starts_with("--!")) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return trimmed(std::string(text));
}

/// The record holds the previous hash and its own.
Checked check(const CheckedFile& file, const HistoryRecord& record) {
  const std::size_t space = record.checksum.find(' ');
  const std::string previous = record.checksum.substr(0, space), own = record.checksum.substr(space + 1);
  return "sha1:" + sha1_hex(trimmed(previous + "\n" + body_of(file.text)) + "\n") == own ? Checked::same : Checked::different;
}

}  // namespace

constinit const HistoryTool graphile_migrate_tool{
    .name = "graphile-migrate",
    .layout = "graphile-migrate",
    .tables = tables,
    .records_name = "graphile_migrate_records.sql",
    .records_sql = graphile_migrate_records_sql,
    .key_of = key_of,
    .check = check,
    .on_edited = "graphile-migrate migrate refuses to run anything",
    .apply = "graphile-migrate migrate",
};

}  // namespace pgplumb
