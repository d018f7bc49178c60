#include "kinds/spelling.h"

#include <pgplumb/pattern.h>

#include "kinds/operator/ddl.h"
#include "kinds/operator/operators.sql.h"
#include "kinds/operator/rows.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) { return entry.notes->written.str(); }

/// With its schema, which the operator's name lacks, where the statement that makes it is known.
std::string operand(const Entry& entry, const char* option, std::string_view otherwise) {
  const Pattern given(std::string(option) + R"(\s*=\s*([^,]*[^,)\s]))", Pattern::Letters::of_either_case);
  const std::string written = entry.notes->written.str();
  const auto found = given.find(written);
  return std::string(found.empty() ? otherwise : found[1]);
}

std::string drop(const Entry& entry) {
  // The name is "+(left, right)".
  const auto parenthesis = entry.id.name.find('('), comma = entry.id.name.find(", ", parenthesis);
  const std::string_view left = entry.id.name.substr(parenthesis + 1, comma - parenthesis - 1),
                         right = entry.id.name.substr(comma + 2, entry.id.name.size() - comma - 3);
  const std::string schema =
      entry.id.schema.empty() || entry.id.schema == "public" ? "" : quote_identifier(entry.id.schema) + ".";
  return "DROP OPERATOR " + schema + std::string(entry.id.name.substr(0, parenthesis)) + " (" + operand(entry, "leftarg", left) +
         ", " + operand(entry, "rightarg", right) + ")";
}

constexpr CatalogQuery queries[] = {{"operators.sql", "reads operators", operators_sql, 1, read_operator_row}};

constexpr StatementSpelling statements[] = {{T_DefineStmt, read_create_operator}, {T_AlterOperatorStmt, read_alter_operator}};

}  // namespace

extern const Spelling operator_spelling{Operator::kind, "operators", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
