// goose.
#include "history/tools/goose_records.sql.h"
#include "history/tools/keys.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"goose_db_version", {"version_id bigint", "is_applied boolean", "tstamp"}, false, true},
};

/// Of its session locker, where that is used: first a CRC32, then a CRC64 of its name.
LockKeys lock_keys(const LockScope&) { return {4097083626, 5887940537704921958}; }

}  // namespace

constinit const HistoryTool goose_tool{
    .name = "goose",
    .layout = "goose",
    .tables = tables,
    .records_name = "goose_records.sql",
    .records_sql = goose_records_sql,
    .key_of = number_of,
    .on_late = "goose up refuses to run anything (unless -allow-missing)",
    .passes_over = stands_before_newest,
    .lock_keys = lock_keys,
    .apply = "goose up",
};

}  // namespace pgplumb
