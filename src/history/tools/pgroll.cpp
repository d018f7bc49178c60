// pgroll.
#include "history/tools/keys.h"
#include "history/tools/pgroll_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"migrations", {"schema", "name", "migration jsonb", "parent", "done", "resulting_schema"}},
};

}  // namespace

constinit const HistoryTool pgroll_tool{
    .name = "pgroll",
    .layout = "pgroll",
    .tables = tables,
    .records_name = "pgroll_records.sql",
    .records_sql = pgroll_records_sql,
    .key_of = stem_of,
    .apply = "pgroll migrate",
    .on_failed = "pgroll start refuses until pgroll complete or pgroll rollback",
};

}  // namespace pgplumb
