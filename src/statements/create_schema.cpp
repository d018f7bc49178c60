#include <string>
#include <vector>

#include "kinds/owner/ddl.h"
#include "kinds/schema/ddl.h"
#include "statements/apply.h"
#include "statements/statements.h"

namespace pgplumb {

void read_create_schema(Session& session, const Node* node) {
  const auto* statement = as<CreateSchemaStmt>(node);
  const Symbol* schema = create_schema(session, statement);
  if (!schema || !statement->schemaElts) return;
  // What stands inside CREATE SCHEMA is made in the schema, and by the role that owns it.
  const std::vector<std::string> outside = session.search_path();
  const Text role = session.role();
  session.set_search_path({schema->text});
  if (statement->authrole) session.set_role(role_named(session, statement->authrole), true);
  for (const Node* element : nodes_of(statement->schemaElts)) apply_statement(session, element);
  session.set_search_path(outside);
  session.set_role(role, true);
}

}  // namespace pgplumb
