#include "kinds/schema/ddl.h"

#include "kinds/owner/ddl.h"

namespace pgplumb {

Symbol* create_schema(Session& session, const CreateSchemaStmt* statement) {
  // CREATE SCHEMA AUTHORIZATION role names it after the role.
  const std::string_view name = view_of(statement->schemaname ? statement->schemaname
                                        : statement->authrole ? statement->authrole->rolename
                                                              : nullptr);
  if (statement->authrole && !session.reads_owners)
    session.not_compared("AUTHORIZATION", std::string(owners_only_if_asked), -1, std::string(name));
  if (name.empty()) {
    session.not_compared("CREATE SCHEMA", "it is named after the role that runs it");
    return nullptr;
  }
  if (Symbol* made = session.draft().declare(Namespace::schema, nullptr, name, Schema{}, session.at())) {
    if (statement->authrole) read_authorization(session, made, statement->authrole);
    return made;
  }
  if (statement->if_not_exists) return nullptr;
  const Symbol* existing = session.draft().find(Namespace::schema, nullptr, name);
  fail(sqlstate::duplicate_schema, "schema " + quoted_name({}, name) + " already exists" + created_at(session.draft(), existing));
}

}  // namespace pgplumb
