// Sqitch.
#include "history/digests.h"
#include "history/tools/keys.h"
#include "history/tools/sqitch_change_id.h"
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

/// The project and the change, as the layout reads them from the plan.
std::string key_of(const Migration& migration) { return migration.version.empty() ? migration.name : migration.version; }

/// Before 1.0 no hash was kept.
Checked check(const CheckedFile& file, const HistoryRecord& record) {
  if (record.checksum.empty()) return Checked::cannot_tell;
  return sha1_hex(file.text) == record.checksum ? Checked::same : Checked::different;
}

/// The change_id is made of the change's entry in the plan and of the change_id of the one before it: so an edit would show in
/// all that stand behind it, too. Taken with the one that was before it when it ran, it shows where it was made alone.
std::string check_plan(const CheckedFile& file, const HistoryRecord& record, const HistoryRecord* before) {
  const Migration& change = file.migration;
  if (change.plan_entry.empty() || record.plan_hash.empty()) return {};
  if (sqitch_change_id(change.plan_entry, before ? before->plan_hash : "") != record.plan_hash) return "its entry in sqitch.plan";
  const std::string stands_behind = file.earlier.empty() ? "" : key_of(file.earlier.back());
  return stands_behind == (before ? before->key : "") ? "" : "what stands before it in sqitch.plan";
}

/// PROJECT:CHANGE, and from its second time on :2.
std::string_view project_of(std::string_view key) { return key.substr(0, key.find(':')); }

/// From 1.2 on; before that it locked its table of changes.
LockKeys lock_keys(const LockScope&) { return {75474063}; }

}  // namespace

constinit const HistoryTool sqitch_tool{
    .name = "Sqitch",
    .layout = "sqitch",
    .tables = tables,
    .records_name = "sqitch_records.sql",
    .records_sql = sqitch_records_sql,
    .key_of = key_of,
    .check = check,
    .check_plan = check_plan,
    .part_of = project_of,
    .on_edited = "nothing: sqitch deploy looks at the plan only",
    .on_plan_edited = "sqitch deploy refuses to run anything (Cannot find change … in sqitch.plan)",
    .lock_keys = lock_keys,
    .table_lock = "ExclusiveLock",
    .apply = "sqitch deploy",
};

}  // namespace pgplumb
