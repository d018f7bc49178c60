// postgrator.
#include "history/digests.h"
#include "history/tools/keys.h"
#include "history/tools/postgrator_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"schemaversion", {"version", "name", "md5", "run_at"}},
};

Checked check(const CheckedFile& file, const HistoryRecord& record) {
  if (record.checksum.empty()) return Checked::cannot_tell;
  return md5_hex(file.text) == record.checksum ? Checked::same : Checked::different;
}

}  // namespace

constinit const HistoryTool postgrator_tool{
    .name = "postgrator",
    .layout = "postgrator",
    .tables = tables,
    .records_name = "postgrator_records.sql",
    .records_sql = postgrator_records_sql,
    .key_of = number_of,
    .check = check,
    .on_edited = "postgrator refuses (MD5 checksum failed)",
    .apply = "npx postgrator",
};

}  // namespace pgplumb
