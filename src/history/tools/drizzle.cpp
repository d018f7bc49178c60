// Drizzle Kit up to 0.45: a journal, and one high-water mark.
#include <algorithm>
#include <cstdlib>

#include "history/digests.h"
#include "history/tools/drizzle_records.sql.h"
#include "history/tools/keys.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"__drizzle_migrations", {"id", "hash", "created_at bigint"}, true},
};

Checked check(const CheckedFile& file, const HistoryRecord& record) {
  return sha256_hex(file.text) == record.checksum ? Checked::same : Checked::different;
}

std::uint64_t date_of(const std::string& milliseconds) { return std::strtoull(milliseconds.c_str(), nullptr, 10); }

bool is_dated_before_newest(const Migration& migration, std::span<const TimelineRow> rows) {
  return std::any_of(rows.begin(), rows.end(), [&](const TimelineRow& row) {
    return row.is_applied() && date_of(row.record->key) >= date_of(version_of(migration));
  });
}

}  // namespace

constinit const HistoryTool drizzle_tool{
    .name = "Drizzle",
    .layout = "drizzle",
    .tables = tables,
    .records_name = "drizzle_records.sql",
    .records_sql = drizzle_records_sql,
    .key_of = version_of,
    .check = check,
    .on_edited = "nothing: drizzle-kit migrate never compares the hash",
    .on_late = "nothing: drizzle-kit migrate runs what the journal dates after the newest that ran",
    .passes_over = is_dated_before_newest,
    .apply = "npx drizzle-kit migrate",
};

}  // namespace pgplumb
