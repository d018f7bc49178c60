// Liquibase.
#include "history/tools/keys.h"
#include "history/tools/liquibase_checksum.h"
#include "history/tools/liquibase_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"databasechangelog", {"orderexecuted", "id", "author", "filename", "md5sum", "exectype"}, false, true},
    ToolTable{"databasechangeloglock", {"id", "locked", "lockgranted", "lockedby"}},
};

/// Version 9 hashes each change without its blanks, then the changes of a changeset; earlier versions hash otherwise. What a
/// change is depends on attributes and properties, so only equality can be told.
Checked check(const CheckedFile& file, const HistoryRecord& record) {
  return liquibase_checksum(file.text) == record.checksum ? Checked::same : Checked::cannot_tell;
}

}  // namespace

constinit const HistoryTool liquibase_tool{
    .name = "Liquibase",
    .layout = "liquibase",
    .tables = tables,
    .records_name = "liquibase_records.sql",
    .records_sql = liquibase_records_sql,
    .key_of = name_of,
    .check = check,
    .on_edited = "liquibase update, at its validation",
    .apply = "liquibase update",
    .on_failed = "liquibase update refuses",
};

}  // namespace pgplumb
