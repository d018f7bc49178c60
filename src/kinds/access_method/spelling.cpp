#include "kinds/spelling.h"

#include "kinds/access_method/access_methods.sql.h"
#include "kinds/access_method/ddl.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& method = std::get<AccessMethod>(entry.object);
  return "CREATE ACCESS METHOD " + quote_identifier(entry.id.name) + (method.type == "table" ? " TYPE TABLE" : " TYPE INDEX") +
         function_clause(" HANDLER ", method.handler);
}

std::string drop(const Entry& entry) { return "DROP ACCESS METHOD " + quote_identifier(entry.id.name); }

constexpr CatalogQuery queries[] = {
    {"access_methods.sql", "reads access methods", access_methods_sql, 0, read_stated_row<AccessMethod>}};

constexpr StatementSpelling statements[] = {{T_CreateAmStmt, read_create_access_method}};

}  // namespace

extern const Spelling access_method_spelling{AccessMethod::kind, "access methods", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
