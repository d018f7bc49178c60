#include "kinds/spelling.h"

#include "kinds/operator/ddl.h"
#include "kinds/operator/operators.sql.h"
#include "kinds/operator/rows.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) { return entry.notes->written.str(); }

std::string drop(const Entry& entry) {
  // The name is "+(left, right)".
  const auto parenthesis = entry.id.name.find('(');
  const std::string schema =
      entry.id.schema.empty() || entry.id.schema == "public" ? "" : quote_identifier(entry.id.schema) + ".";
  return "DROP OPERATOR " + schema + std::string(entry.id.name.substr(0, parenthesis)) + " " +
         std::string(entry.id.name.substr(parenthesis));
}

constexpr CatalogQuery queries[] = {{"operators.sql", "reads operators", operators_sql, 1, read_operator_row}};

constexpr StatementSpelling statements[] = {{T_DefineStmt, read_create_operator}, {T_AlterOperatorStmt, read_alter_operator}};

}  // namespace

extern const Spelling operator_spelling{Operator::kind, "operators", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
