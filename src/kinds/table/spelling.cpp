#include "kinds/spelling.h"

#include "kinds/table/rows.h"
#include "kinds/table/tables.sql.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

/// A table is written with its columns by whoever has its members; alone, only removing it can be written.
std::string create(const Entry&) { return {}; }

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

constexpr CatalogQuery queries[] = {{"tables.sql", "reads tables, views and foreign tables", tables_sql, 1, read_table_row}};

}  // namespace

extern const Spelling table_spelling{Table::kind, "tables", {}, {}, {}, queries, create, drop};

}  // namespace pgplumb
