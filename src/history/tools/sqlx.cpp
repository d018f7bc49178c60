// sqlx.
#include "history/digests.h"
#include "history/tools/keys.h"
#include "history/tools/locks.h"
#include "history/tools/sqlx_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"_sqlx_migrations", {"installed_on", "version bigint", "description", "success", "checksum bytea"}, false, true},
};

Checked check(const CheckedFile& file, const HistoryRecord& record) {
  return sha384_hex(file.text) == record.checksum ? Checked::same : Checked::different;
}

LockKeys lock_keys(const LockScope& scope) { return {salted_lock(0x3d32ad9e, scope.database)}; }

}  // namespace

constinit const HistoryTool sqlx_tool{
    .name = "sqlx",
    .layout = "sqlx",
    .tables = tables,
    .records_name = "sqlx_records.sql",
    .records_sql = sqlx_records_sql,
    .key_of = number_of,
    .check = check,
    .on_edited = "sqlx migrate run refuses to run anything (VersionMismatch)",
    .on_missing_file = "sqlx migrate run refuses to run anything (VersionMissing)",
    .lock_keys = lock_keys,
    .apply = "sqlx migrate run --source PLACE",
    .on_failed = "sqlx migrate run refuses to run anything (Dirty)",
};

}  // namespace pgplumb
