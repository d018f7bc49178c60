// MikroORM.
#include "history/tools/keys.h"
#include "history/tools/mikro_orm_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"mikro_orm_migrations", {"id", "name", "executed_at"}, true},
};

}  // namespace

constinit const HistoryTool mikro_orm_tool{
    .name = "MikroORM",
    .layout = "mikro-orm",
    .tables = tables,
    .records_name = "mikro_orm_records.sql",
    .records_sql = mikro_orm_records_sql,
    .key_of = stem_of,
    .apply = "npx mikro-orm migration:up",
};

}  // namespace pgplumb
