// tern.
#include "history/tools/keys.h"
#include "history/tools/tern_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"schema_version", {"version integer"}, true},
};

LockKeys lock_keys(const LockScope&) { return {9628173550095224}; }

}  // namespace

constinit const HistoryTool tern_tool{
    .name = "tern",
    .layout = "tern",
    .tables = tables,
    .records_name = "tern_records.sql",
    .records_sql = tern_records_sql,
    .key_of = number_of,
    .on_missing_file = "tern migrate refuses to run anything (its version is outside of those there are)",
    .on_late = "nothing: it looks at what is behind its version only",
    .passes_over = stands_before_newest,
    .lock_keys = lock_keys,
    .apply = "tern migrate",
};

}  // namespace pgplumb
