// Kysely.
#include "history/tools/keys.h"
#include "history/tools/kysely_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"kysely_migration", {"name", "timestamp"}, true},
    ToolTable{"kysely_migration_lock", {"is_locked"}},
};

LockKeys lock_keys(const LockScope&) { return {3853314791062309107}; }

}  // namespace

constinit const HistoryTool kysely_tool{
    .name = "Kysely",
    .layout = "kysely",
    .tables = tables,
    .records_name = "kysely_records.sql",
    .records_sql = kysely_records_sql,
    .key_of = stem_of,
    .on_missing_file = "Kysely refuses to run anything (corrupted migrations)",
    .on_late = "Kysely refuses to run anything (unless allowUnorderedMigrations)",
    .passes_over = stands_before_newest,
    .lock_keys = lock_keys,
};

}  // namespace pgplumb
