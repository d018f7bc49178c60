// Hasura, in its metadata database.
#include "history/tools/hasura_records.sql.h"
#include "history/tools/keys.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"hdb_version", {"hasura_uuid", "cli_state jsonb"}},
};

}  // namespace

constinit const HistoryTool hasura_tool{
    .name = "Hasura",
    .layout = "hasura",
    .tables = tables,
    .records_name = "hasura_records.sql",
    .records_sql = hasura_records_sql,
    .key_of = number_of,
    .apply = "hasura migrate apply --all-databases",
    .on_failed = "hasura migrate apply refuses",
};

}  // namespace pgplumb
