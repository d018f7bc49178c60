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
std::optional<std::int64_t> lock_key(const LockScope& scope) {
  const std::string text = std::string(scope.schema) + '\0' + std::string(scope.table) + '\0' + std::string(scope.database);
  return std::int64_t{crc32_of(text) * std::uint32_t{1486364155}};
}

}  // namespace

constinit const HistoryTool golang_migrate_tool{
    .name = "golang-migrate",
    .layout = "golang-migrate",
    .tables = tables,
    .records_name = "golang_migrate_records.sql",
    .records_sql = golang_migrate_records_sql,
    .key_of = number_of,
    .on_late = "nothing: it looks at what is behind its version only",
    .passes_over = stands_before_newest,
    .lock_key = lock_key,
    .apply = "migrate up",
    .on_failed = "migrate up refuses to run anything (Dirty database version); migrate force VERSION ends that",
};

}  // namespace pgplumb
