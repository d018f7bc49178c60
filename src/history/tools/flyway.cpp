// Flyway.
#include <algorithm>

#include "history/digests.h"
#include "history/tools/flyway_records.sql.h"
#include "history/tools/keys.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"flyway_schema_history", {"installed_rank", "version", "script", "checksum integer", "success"}, false, true},
    ToolTable{"schema_version", {"version_rank", "installed_rank", "script"}},
};

/// Versions compare as numbers: 01.2_0 is 1.2. A repeatable script has none and goes by its name; a callback is not recorded.
std::string key_of(const Migration& migration) {
  const std::string file = file_name_of(migration);
  if (migration.version.empty()) return file.starts_with("R__") ? file : std::string();
  std::string key, part;
  for (const char c : migration.version + ".") {
    if (c != '.' && c != '_') {
      part += c;
      continue;
    }
    const std::size_t digits = std::min(part.find_first_not_of('0'), part.empty() ? 0 : part.size() - 1);
    key += (key.empty() ? "" : ".") + part.substr(digits);
    part.clear();
  }
  while (key.ends_with(".0")) key.resize(key.size() - 2);
  return key;
}

/// Of the lines without their ends, a byte order mark left out; written as a signed number. What has placeholders is hashed with
/// them filled in, which is not known here.
Checked check(const CheckedFile& file, const HistoryRecord& record) {
  if (record.checksum.empty()) return Checked::cannot_tell;
  std::string_view text = file.text;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::uint32_t crc = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    crc = crc32_of(text.substr(0, end), crc);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (std::to_string(static_cast<std::int32_t>(crc)) == record.checksum) return Checked::same;
  if (file.text.find("${") != std::string_view::npos)
    return {Checked::cannot_tell, "Flyway hashes it with its placeholders filled in"};
  const bool is_repeatable = file.migration.version.empty();
  return is_repeatable ? Checked::runs_again : Checked::different;
}

/// "Flyway" as six bytes, and Java's hash of the table's name.
LockKeys lock_keys(const LockScope& scope) {
  std::uint32_t hash = 0;
  for (const unsigned char c : "\"" + scope.schema + "\".\"" + scope.table + "\"") hash = hash * 31 + c;
  return {0x466c79776179 + std::int64_t{static_cast<std::int32_t>(hash)}};
}

}  // namespace

constinit const HistoryTool flyway_tool{
    .name = "Flyway",
    .layout = "flyway",
    .tables = tables,
    .records_name = "flyway_records.sql",
    .records_sql = flyway_records_sql,
    .key_of = key_of,
    .check = check,
    .on_edited = "flyway migrate, at its validation (until flyway repair)",
    .on_missing_file = "flyway migrate, at its validation (until flyway repair)",
    .on_late = "flyway migrate, at its validation (unless outOfOrder is set)",
    .passes_over = stands_before_newest,
    .lock_keys = lock_keys,
    .apply = "flyway migrate",
    .mark_rolled_back = "flyway repair",
    .on_failed = "flyway migrate refuses to run anything until flyway repair",
};

}  // namespace pgplumb
