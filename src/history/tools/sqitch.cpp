// Sqitch.
#include "history/digests.h"
#include "history/tools/keys.h"
#include "history/tools/sqitch_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"changes", {"change_id", "script_hash", "change", "project", "committed_at", "planned_at"}},
    ToolTable{"events", {"event", "change_id", "change", "project", "committed_at"}},
    ToolTable{"tags", {"tag_id", "tag", "project", "change_id"}},
    ToolTable{"projects", {"project", "uri", "creator_name", "creator_email"}},
    ToolTable{"releases", {"version", "installed_at", "installer_name"}},
    ToolTable{"dependencies", {"change_id", "type", "dependency", "dependency_id"}},
};

/// Before 1.0 no hash was kept.
Checked check(const CheckedFile& file, const HistoryRecord& record) {
  if (record.checksum.empty()) return Checked::cannot_tell;
  return sha1_hex(file.text) == record.checksum ? Checked::same : Checked::different;
}

}  // namespace

constinit const HistoryTool sqitch_tool{
    .name = "Sqitch",
    .layout = "sqitch",
    .tables = tables,
    .records_name = "sqitch_records.sql",
    .records_sql = sqitch_records_sql,
    .key_of = name_of,
    .check = check,
    .on_edited = "nothing: sqitch deploy looks at the plan only",
    .apply = "sqitch deploy",
};

}  // namespace pgplumb
