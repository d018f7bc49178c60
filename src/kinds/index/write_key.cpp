#include "kinds/index/write_key.h"

#include "kinds/write.h"

namespace pgplumb {

std::string write_key(const IndexKey& key) {
  std::string sql = key.expression ? "(" + sql_expression(*key.expression.tree) + ")" : quote_identifier(key.column.symbol->text);
  sql += collate_clause(key.collation);
  if (!key.operator_class.empty()) sql += " " + key.operator_class.str();
  if (key.descending) sql += " DESC";
  if (key.nulls_first != key.descending) sql += key.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  return sql;
}

}  // namespace pgplumb
