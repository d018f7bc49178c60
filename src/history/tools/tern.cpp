// tern.
#include "history/tools/keys.h"
#include "history/tools/tern_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"schema_version", {"version integer"}, true},
};

std::optional<std::int64_t> lock_key(const LockScope&) { return 9628173550095224; }

}  // namespace

constinit const HistoryTool tern_tool{
    .name = "tern",
    .layout = "tern",
    .tables = tables,
    .records_name = "tern_records.sql",
    .records_sql = tern_records_sql,
    .key_of = number_of,
    .on_late = "nothing: it looks at what is behind its version only",
    .passes_over = stands_before_newest,
    .lock_key = lock_key,
    .apply = "tern migrate",
};

}  // namespace pgplumb
