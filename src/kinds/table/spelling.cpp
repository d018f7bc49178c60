#include "kinds/spelling.h"

#include <algorithm>

#include "kinds/table/ddl.h"
#include "kinds/table/foreign_tables.sql.h"
#include "kinds/table/inherits.sql.h"
#include "kinds/table/options.h"
#include "kinds/table/rows.h"
#include "kinds/table/tables.sql.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string drop(const Entry& entry) {
  switch (std::get<Table>(entry.object).relation_kind) {
    case RelationKind::view:
      return "DROP VIEW " + quoted_owner(entry.id);
    case RelationKind::materialized_view:
      return "DROP MATERIALIZED VIEW " + quoted_owner(entry.id);
    case RelationKind::foreign_table:
      return "DROP FOREIGN TABLE " + quoted_owner(entry.id);
    default:
      return "DROP TABLE " + quoted_owner(entry.id);
  }
}

/// What ALTER VIEW … SET made of its options since.
std::string options_set_later(const std::string& written, Text options) {
  std::string words = lower_case(written), set;
  std::replace(words.begin(), words.end(), ' ', '_');  // WITH CHECK OPTION
  for (const auto& [name, value] : split_options(options))
    if (words.find(name) == words.npos) set += (set.empty() ? "" : ", ") + name + "=" + value;
  return set;
}

/// A table is written with its columns by whoever has its members; alone, only a view can be.
std::string create(const Entry& entry) {
  const std::string written = entry.notes->written.str();
  const std::string set = written.empty() ? "" : options_set_later(written, std::get<Table>(entry.object).options);
  constexpr std::string_view to_drop = "DROP ";
  return set.empty() ? written : written + ";\nALTER " + drop(entry).substr(to_drop.size()) + " SET (" + set + ")";
}

constexpr CatalogQuery queries[] = {
    {"tables.sql", "reads tables, views and foreign tables", tables_sql, 1, read_table_row},
    {"foreign_tables.sql", "reads where the rows of foreign tables are", foreign_tables_sql, 1, read_foreign_table_row},
    {"inherits.sql", "reads which tables inherit from which", inherits_sql, 1, read_inherits_row}};

constexpr AlterTableSpelling clauses[] = {
    {AT_SetRelOptions, read_set_options},
    {AT_ResetRelOptions, read_set_options},
    {AT_SetLogged, read_set_logged},
    {AT_SetUnLogged, read_set_logged},
    {AT_AddInherit, read_inherit},
    {AT_DropInherit, read_inherit},
    {AT_ReplicaIdentity, read_replica_identity},
    {AT_AddOf, read_of},
    {AT_DropOf, read_of},
    {AT_GenericOptions, read_foreign_table_options},
};

}  // namespace

extern const Spelling table_spelling{Table::kind, "tables", {}, clauses, {}, queries, create, drop};

}  // namespace pgplumb
