// Play evolutions.
#include "history/tools/keys.h"
#include "history/tools/play_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"play_evolutions", {"id integer", "apply_script", "revert_script", "state", "last_problem"}, false, true},
};

}  // namespace

constinit const HistoryTool play_tool{
    .name = "Play evolutions",
    .layout = "play",
    .tables = tables,
    .records_name = "play_records.sql",
    .records_sql = play_records_sql,
    .key_of = number_of,
    .on_missing_file = "Play, which then runs what is to take it back",
    .on_failed = "Play refuses to start until it is marked as resolved",
};

}  // namespace pgplumb
