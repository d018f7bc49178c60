// pgkit.
#include "history/tools/keys.h"
#include "history/tools/pgkit_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"pgkit_migrations", {"name", "content", "status", "date"}},
};

/// It keeps the contents themselves.
Checked check(const CheckedFile& file, const HistoryRecord& record) {
  return file.text == record.checksum ? Checked::same : Checked::different;
}

}  // namespace

constinit const HistoryTool pgkit_tool{
    .name = "pgkit",
    .layout = "pgkit",
    .tables = tables,
    .records_name = "pgkit_records.sql",
    .records_sql = pgkit_records_sql,
    .key_of = file_name_of,
    .check = check,
};

}  // namespace pgplumb
