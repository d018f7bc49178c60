// Sequelize.
#include "history/tools/keys.h"
#include "history/tools/names_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"SequelizeMeta", {"name"}, true},
    ToolTable{"SequelizeData", {"name"}, true},
};

}  // namespace

constinit const HistoryTool sequelize_tool{
    .name = "Sequelize",
    .layout = "sequelize",
    .tables = tables,
    .records_name = "names_records.sql",
    .records_sql = names_records_sql,
    .key_of = file_name_of,
    .apply = "npx sequelize-cli db:migrate",
};

}  // namespace pgplumb
