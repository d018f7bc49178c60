#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "kinds/owner/ddl.h"
#include "kinds/schema/ddl.h"
#include "statements/apply.h"
#include "statements/statements.h"

namespace pgplumb {

namespace {

/// Tables are made before views, these before indexes and triggers, whatever stands first (transformCreateSchemaStmtElements in
/// parser/parse_utilcmd.c).
int rank_of(const Node* element) {
  constexpr std::array order = {T_CreateSeqStmt, T_CreateStmt, T_ViewStmt, T_IndexStmt, T_CreateTrigStmt, T_GrantStmt};
  return static_cast<int>(std::find(order.begin(), order.end(), element->type) - order.begin());
}

}  // namespace

void read_create_schema(Session& session, const Node* node) {
  const auto* statement = as<CreateSchemaStmt>(node);
  const Symbol* schema = create_schema(session, statement);
  if (!schema || !statement->schemaElts) return;
  // What stands inside CREATE SCHEMA is made in the schema, finds what is there before what is in the path, and is made by the
  // role that owns the schema.
  const std::vector<std::string> outside = session.search_path();
  const Text role = session.role();
  std::vector<std::string> inside = outside;
  inside.emplace(inside.begin(), schema->text);
  session.set_search_path(std::move(inside));
  if (statement->authrole) session.set_role(role_named(session, statement->authrole), true);
  const auto written = nodes_of(statement->schemaElts);
  std::vector<const Node*> elements(written.begin(), written.end());
  std::stable_sort(elements.begin(), elements.end(), [](const Node* a, const Node* b) { return rank_of(a) < rank_of(b); });
  for (const Node* element : elements) apply_statement(session, element);
  session.set_search_path(outside);
  session.set_role(role, true);
}

}  // namespace pgplumb
