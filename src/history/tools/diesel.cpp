// Diesel.
#include "history/tools/diesel_records.sql.h"
#include "history/tools/keys.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"__diesel_schema_migrations", {"version", "run_on"}},
};

/// Dashes in the folder's version do not count.
std::string key_of(const Migration& migration) {
  std::string version = migration.version.empty() ? stem_of(migration) : migration.version;
  version = version.substr(0, version.find('_'));
  std::erase(version, '-');
  return version;
}

}  // namespace

constinit const HistoryTool diesel_tool{
    .name = "Diesel",
    .layout = "diesel",
    .tables = tables,
    .records_name = "diesel_records.sql",
    .records_sql = diesel_records_sql,
    .key_of = key_of,
    .apply = "diesel migration run",
};

}  // namespace pgplumb
