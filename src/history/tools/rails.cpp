// Rails.
#include "history/tools/keys.h"
#include "history/tools/locks.h"
#include "history/tools/tools.h"
#include "history/tools/versions_records.sql.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"schema_migrations", {"version character varying"}, true},
    ToolTable{"ar_internal_metadata", {"key", "value", "created_at", "updated_at"}},
};

LockKeys lock_keys(const LockScope& scope) { return {salted_lock(2053462845, scope.database)}; }

}  // namespace

constinit const HistoryTool rails_tool{
    .name = "Rails",
    .layout = "rails",
    .tables = tables,
    .records_name = "versions_records.sql",
    .records_sql = versions_records_sql,
    .key_of = version_of,
    .lock_keys = lock_keys,
    .apply = "bin/rails db:migrate",
};

}  // namespace pgplumb
