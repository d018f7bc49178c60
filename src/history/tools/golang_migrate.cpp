// golang-migrate.
#include "history/digests.h"
#include "history/tools/golang_migrate_records.sql.h"
#include "history/tools/keys.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"schema_migrations", {"dirty boolean", "version bigint"}, true, true},
};

/// A salt times a CRC32, both and the product of 32 bits.
LockKeys lock_keys(const LockScope& scope) {
  return {std::int64_t{crc32_of(scope.schema + '\0' + scope.table + '\0' + scope.database) * std::uint32_t{1486364155}}};
}

}  // namespace

constinit const HistoryTool golang_migrate_tool{
    .name = "golang-migrate",
    .layout = "golang-migrate",
    .tables = tables,
    .records_name = "golang_migrate_records.sql",
    .records_sql = golang_migrate_records_sql,
    .key_of = number_of,
    .on_missing_file = "migrate up refuses to run anything (no migration found for version …)",
    .on_late = "nothing: it looks at what is behind its version only",
    .passes_over = stands_before_newest,
    .lock_keys = lock_keys,
    .apply = "migrate -database \"$DATABASE_URL\" -path PLACE up",
    .on_failed = "migrate up refuses to run anything (Dirty database version); migrate force VERSION ends that",
};

}  // namespace pgplumb
