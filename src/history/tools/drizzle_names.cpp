// Drizzle Kit from 1.0 on: by name.
#include "history/digests.h"
#include "history/tools/drizzle_names_records.sql.h"
#include "history/tools/keys.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"__drizzle_migrations", {"id", "hash", "created_at", "name", "applied_at"}},
};

Checked check(const CheckedFile& file, const HistoryRecord& record) {
  return sha256_hex(file.text) == record.checksum ? Checked::same : Checked::different;
}

}  // namespace

constinit const HistoryTool drizzle_names_tool{
    .name = "Drizzle 1.0",
    .layout = "drizzle",
    .tables = tables,
    .records_name = "drizzle_names_records.sql",
    .records_sql = drizzle_names_records_sql,
    .key_of = stem_of,
    .check = check,
    .apply = "npx drizzle-kit migrate",
};

}  // namespace pgplumb
