// TypeORM.
#include "history/tools/keys.h"
#include "history/tools/tools.h"
#include "history/tools/typeorm_records.sql.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"migrations", {"id", "timestamp bigint", "name character varying"}, true},
    ToolTable{"typeorm_metadata", {"type", "database", "schema", "table", "name", "value"}},
};

/// 1700000000000-AddUsers.ts holds the class AddUsers1700000000000.
std::string key_of(const Migration& migration) {
  const std::string stem = stem_of(migration);
  const std::size_t dash = stem.find('-');
  return dash == std::string::npos ? stem : stem.substr(dash + 1) + stem.substr(0, dash);
}

}  // namespace

constinit const HistoryTool typeorm_tool{
    .name = "TypeORM",
    .layout = "typeorm",
    .tables = tables,
    .records_name = "typeorm_records.sql",
    .records_sql = typeorm_records_sql,
    .key_of = key_of,
    .apply = "npx typeorm migration:run",
};

}  // namespace pgplumb
