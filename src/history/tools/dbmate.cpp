// dbmate.
#include "history/tools/keys.h"
#include "history/tools/tools.h"
#include "history/tools/versions_records.sql.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"schema_migrations", {"version character varying"}, true},
};

}  // namespace

constinit const HistoryTool dbmate_tool{
    .name = "dbmate",
    .layout = "dbmate",
    .tables = tables,
    .records_name = "versions_records.sql",
    .records_sql = versions_records_sql,
    .key_of = version_of,
    .apply = "dbmate up",
};

}  // namespace pgplumb
