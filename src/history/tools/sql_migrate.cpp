// sql-migrate.
#include "history/tools/keys.h"
#include "history/tools/sql_migrate_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"gorp_migrations", {"id text", "applied_at timestamp with time zone"}, true},
};

}  // namespace

constinit const HistoryTool sql_migrate_tool{
    .name = "sql-migrate",
    .layout = "sql-migrate",
    .tables = tables,
    .records_name = "sql_migrate_records.sql",
    .records_sql = sql_migrate_records_sql,
    .key_of = file_name_of,
    .on_missing_file = "sql-migrate up refuses to run anything (unknown migration in database)",
    .apply = "sql-migrate up",
};

}  // namespace pgplumb
