#include "kinds/spelling.h"

#include "kinds/index/ddl.h"
#include "kinds/index/indexes.sql.h"
#include "kinds/index/operator_classes.sql.h"
#include "kinds/index/rows.h"
#include "kinds/index/write_key.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& index = std::get<Index>(entry.object);
  std::string keys;
  for (const IndexKey& key : index.keys) keys += (keys.empty() ? "" : ", ") + write_key(key);
  std::string sql = std::string("CREATE ") + (index.unique ? "UNIQUE " : "") + "INDEX " + quote_identifier(entry.id.member) +
                    " ON " + quoted_owner(entry.id);
  if (index.method != "btree") sql += " USING " + index.method.str();
  sql += " (" + keys + ")";
  if (!index.include.empty()) sql += " INCLUDE " + quoted_columns(index.include);
  if (index.nulls_not_distinct) sql += " NULLS NOT DISTINCT";
  if (!index.options.empty()) sql += " WITH (" + index.options.str() + ")";
  if (index.predicate) sql += " WHERE " + sql_expression(*index.predicate.tree);
  return sql;
}

constexpr CatalogQuery queries[] = {
    {"operator_classes.sql", "reads the names of operator classes", operator_classes_sql, 0, read_operator_class_row},
    {"indexes.sql", "reads unique constraints and indexes", indexes_sql, 2, read_index_row},
};

constexpr StatementSpelling statements[] = {{T_IndexStmt, read_create_index}};

}  // namespace

extern const Spelling index_spelling{Index::kind, "indexes", statements, {}, {}, queries, create, drop_index};

}  // namespace pgplumb
