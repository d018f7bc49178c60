// Ecto.
#include "history/tools/ecto_records.sql.h"
#include "history/tools/keys.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"schema_migrations", {"version bigint", "inserted_at"}, true},
};

}  // namespace

constinit const HistoryTool ecto_tool{
    .name = "Ecto",
    .layout = "ecto",
    .tables = tables,
    .records_name = "ecto_records.sql",
    .records_sql = ecto_records_sql,
    .key_of = number_of,
    .table_lock = "ShareUpdateExclusiveLock",
    .apply = "mix ecto.migrate",
};

}  // namespace pgplumb
