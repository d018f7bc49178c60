#include "kinds/spelling.h"

#include "kinds/statistics/ddl.h"
#include "kinds/statistics/rows.h"
#include "kinds/statistics/statistics.sql.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& statistics = std::get<Statistics>(entry.object);
  std::string keys;
  for (const Expression& key : statistics.keys.tree->args)
    keys += (keys.empty() ? "" : ", ") + (key.kind == Expression::Kind::column
                                              ? quote_identifier(key.column.symbol ? key.column.symbol->text : key.text)
                                              : "(" + sql_expression(key) + ")");
  return "CREATE STATISTICS " + quoted_owner(entry.id) + (statistics.kinds.empty() ? "" : " (" + statistics.kinds.str() + ")") +
         " ON " + keys + " FROM " + quote_qualified(*statistics.table.symbol);
}

std::string drop(const Entry& entry) { return "DROP STATISTICS " + quoted_owner(entry.id); }

constexpr CatalogQuery queries[] = {{"statistics.sql", "reads extended statistics", statistics_sql, 1, read_statistics_row}};

constexpr StatementSpelling statements[] = {{T_CreateStatsStmt, read_create_statistics}};

}  // namespace

extern const Spelling statistics_spelling{Statistics::kind, "extended statistics", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
