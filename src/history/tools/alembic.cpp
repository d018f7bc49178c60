// Alembic.
#include "history/tools/alembic_records.sql.h"
#include "history/tools/keys.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"alembic_version", {"version_num character varying"}, true, true},
};

/// The revision; of a file whose layout does not say, what stands before the first underscore.
std::string key_of(const Migration& migration) {
  if (!migration.version.empty()) return migration.version;
  const std::string stem = stem_of(migration);
  return stem.substr(0, stem.find('_'));
}

}  // namespace

constinit const HistoryTool alembic_tool{
    .name = "Alembic",
    .layout = "alembic",
    .tables = tables,
    .records_name = "alembic_records.sql",
    .records_sql = alembic_records_sql,
    .key_of = key_of,
    .on_missing_file = "alembic refuses to run anything (Can't locate revision identified by …)",
    .follows_graph = true,
    .apply = "alembic upgrade heads",
    .mark_applied = "alembic stamp {}",
};

}  // namespace pgplumb
