// node-pg-migrate.
#include "history/tools/keys.h"
#include "history/tools/node_pg_migrate_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"pgmigrations", {"id", "name", "run_on"}, true},
};

/// One of a pair NAME.up.sql and NAME.down.sql is NAME.
std::string key_of(const Migration& migration) {
  std::string stem = stem_of(migration);
  if (stem.ends_with(".up")) stem.resize(stem.size() - 3);
  return stem;
}

LockKeys lock_keys(const LockScope&) { return {7241865325823964}; }

}  // namespace

constinit const HistoryTool node_pg_migrate_tool{
    .name = "node-pg-migrate",
    .layout = "node-pg-migrate",
    .tables = tables,
    .records_name = "node_pg_migrate_records.sql",
    .records_sql = node_pg_migrate_records_sql,
    .key_of = key_of,
    .on_missing_file = "node-pg-migrate up refuses to run anything",
    .on_late = "node-pg-migrate up refuses to run anything (unless --no-check-order)",
    .passes_over = stands_before_newest,
    .lock_keys = lock_keys,
    .apply = "npx node-pg-migrate up",
    .mark_applied = "npx node-pg-migrate up --fake",
};

}  // namespace pgplumb
