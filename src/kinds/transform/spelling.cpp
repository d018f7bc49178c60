#include "kinds/spelling.h"

#include "kinds/transform/ddl.h"
#include "kinds/transform/transforms.sql.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string for_type(const Entry& entry) {
  const auto& transform = std::get<Transform>(entry.object);
  return "TRANSFORM FOR " + sql_type(transform.type) + " LANGUAGE " + quote_identifier(transform.language.symbol->text);
}

/// Both functions take one argument, and may be called by their names alone where these are of one function each.
std::string create(const Entry& entry) {
  const auto& transform = std::get<Transform>(entry.object);
  const std::string from = function_clause("FROM SQL WITH FUNCTION ", transform.from_sql);
  const std::string to = function_clause("TO SQL WITH FUNCTION ", transform.to_sql);
  return "CREATE " + for_type(entry) + " (" + from + (from.empty() || to.empty() ? "" : ", ") + to + ")";
}

std::string drop(const Entry& entry) { return "DROP " + for_type(entry); }

constexpr CatalogQuery queries[] = {{"transforms.sql", "reads transforms", transforms_sql, 0, read_stated_row<Transform>}};

constexpr StatementSpelling statements[] = {{T_CreateTransformStmt, read_create_transform}};

}  // namespace

extern const Spelling transform_spelling{Transform::kind, "transforms", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
