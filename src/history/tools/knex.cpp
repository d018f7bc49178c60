// Knex.
#include "history/tools/keys.h"
#include "history/tools/knex_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"knex_migrations", {"migration_time", "id", "name", "batch"}, false, true},
    ToolTable{"knex_migrations_lock", {"is_locked"}},
};

}  // namespace

constinit const HistoryTool knex_tool{
    .name = "Knex",
    .layout = "knex",
    .tables = tables,
    .records_name = "knex_records.sql",
    .records_sql = knex_records_sql,
    .key_of = file_name_of,
    .on_missing_file = "knex migrate:latest refuses (the migration directory is corrupt)",
    .apply = "npx knex migrate:latest",
};

}  // namespace pgplumb
