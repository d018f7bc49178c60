// Liquibase.
#include <algorithm>

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

bool is_accepted(const LiquibaseChangeset& changeset, const std::string& checksum) {
  return std::any_of(changeset.valid_checksums.begin(), changeset.valid_checksums.end(), [&](const std::string& valid) {
    return valid == checksum || valid == "ANY" || valid == "any" || valid == "1:any";
  });
}

/// The text may be a form of the changeset without its head: the attributes are those of the file as it is.
bool is_hashed_to(const LiquibaseChangeset& head, std::string_view text, const std::string& checksum) {
  const std::string sql = LiquibaseChangeset(text).sql;
  if (checksum.starts_with("9:")) return liquibase_checksum_9(sql) == checksum;
  const std::string with_blocks = LiquibaseChangeset(text, LiquibaseChangeset::RollbackBlocks::unknown).sql;
  return liquibase_checksum_8(head, sql) == checksum || liquibase_checksum_8(head, with_blocks) == checksum;
}

/// What has properties is hashed with them filled in, and these may come from anywhere.
Checked check(const CheckedFile& file, const HistoryRecord& record) {
  const std::string& checksum = record.checksum;
  if (checksum.empty()) return Checked::cannot_tell;
  if (!checksum.starts_with("8:") && !checksum.starts_with("9:"))
    return {Checked::cannot_tell, "its checksum is neither of version 8 nor 9"};
  const LiquibaseChangeset changeset(file.migration.text);
  if (is_hashed_to(changeset, file.text, checksum) || is_accepted(changeset, checksum)) return Checked::same;
  if (changeset.runs_again) return Checked::runs_again;
  if (file.text.find("${") != std::string_view::npos)
    return {Checked::cannot_tell, "Liquibase hashes it with its properties filled in"};
  return Checked::different;
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
