// pgkit.
#include "history/digests.h"
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

/// Of the table's name as JSON, alone or with its schema: the first 32 bits of an MD5.
LockKeys lock_keys(const LockScope& scope) {
  const auto key = [](const std::string& name) {
    return std::int64_t{std::stoll(md5_hex("@pgkit/migrator advisory lock:" + name).substr(0, 8), nullptr, 16)};
  };
  return {key("\"" + scope.table + "\""), key("[\"" + scope.schema + "\",\"" + scope.table + "\"]")};
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
    .lock_keys = lock_keys,
};

}  // namespace pgplumb
