// Liquibase's checksums of changesets of formatted SQL (AbstractFormattedChangeLogParser, AbstractSQLChange, CheckSum).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// A changeset, from its `--changeset` line on, without the lines that Liquibase was told to ignore.
struct LiquibaseChangeset {
  /// Older versions did not know rollbacks in a comment of several lines, and took them for SQL.
  enum class RollbackBlocks { known, unknown };
  explicit LiquibaseChangeset(std::string_view text, RollbackBlocks blocks = RollbackBlocks::known);

  std::string sql;  ///< what it runs: without the lines that speak to Liquibase
  std::string end_delimiter = "null";
  bool splits_statements = true, strips_comments = true;
  bool runs_again = false;                   ///< runOnChange, runAlways
  std::vector<std::string> valid_checksums;  ///< those that it is to be taken for, whatever it has become
};

/// From 4.22 on: white space does not count at all.
std::string liquibase_checksum_9(std::string_view sql);
/// From 3.5 to 4.21: white space counts as one blank, and attributes count too. `changeset` has these.
std::string liquibase_checksum_8(const LiquibaseChangeset& changeset, std::string_view sql);

}  // namespace pgplumb
