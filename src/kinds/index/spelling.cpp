#include "kinds/spelling.h"

#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string write_key(const IndexKey& key) {
  std::string sql =
      key.expression ? "(" + display_expression(*key.expression.tree) + ")" : quote_identifier(key.column.symbol->text);
  if (!key.collation.empty()) sql += " COLLATE " + key.collation;
  if (!key.operator_class.empty()) sql += " " + key.operator_class;
  if (key.descending) sql += " DESC";
  if (key.nulls_first != key.descending) sql += key.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  return sql;
}

std::string create(const Entry& entry, const Entry*) {
  const auto& index = std::get<Index>(entry.object);
  std::string keys;
  for (const IndexKey& key : index.keys) keys += (keys.empty() ? "" : ", ") + write_key(key);
  std::string sql = std::string("CREATE ") + (index.unique ? "UNIQUE " : "") + "INDEX " + quote_identifier(entry.id.member) +
                    " ON " + quoted_owner(entry.id);
  if (index.method != "btree") sql += " USING " + index.method;
  sql += " (" + keys + ")";
  if (!index.include.empty()) sql += " INCLUDE " + quoted_columns(index.include);
  if (index.nulls_not_distinct) sql += " NULLS NOT DISTINCT";
  if (index.predicate) sql += " WHERE " + display_expression(*index.predicate.tree);
  return sql;
}

}  // namespace

extern const Spelling index_spelling{Index::kind, "indexes", {}, {}, {}, {}, create, drop_index};

}  // namespace pgplumb
