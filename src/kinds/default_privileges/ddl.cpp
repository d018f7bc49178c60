#include "kinds/default_privileges/ddl.h"

#include <algorithm>
#include <array>

#include "kinds/owner/ddl.h"
#include "kinds/privileges/ddl.h"
#include "kinds/privileges/granted_objects.h"

namespace pgplumb {

namespace {

struct ObjectsOfType {
  ObjectType type;
  std::string_view plural;
};
constexpr std::array objects_by_type = {
    ObjectsOfType{OBJECT_TABLE, "tables"},       ObjectsOfType{OBJECT_SEQUENCE, "sequences"},
    ObjectsOfType{OBJECT_FUNCTION, "functions"}, ObjectsOfType{OBJECT_TYPE, "types"},
    ObjectsOfType{OBJECT_SCHEMA, "schemas"},
};

const SecuredObjects* objects_of(ObjectType type) {
  const auto found =
      std::find_if(objects_by_type.begin(), objects_by_type.end(), [&](const ObjectsOfType& row) { return row.type == type; });
  return found == objects_by_type.end() ? nullptr : find_secured_objects(found->plural);
}

const List* option_of(const AlterDefaultPrivilegesStmt* statement, std::string_view name) {
  for (const Node* node : nodes_of(statement->options))
    if (const auto* option = as<DefElem>(node); view_of(option->defname) == name) return as<List>(option->arg);
  return nullptr;
}

std::vector<Text> roles_of(const Session& session, const AlterDefaultPrivilegesStmt* statement) {
  std::vector<Text> roles;
  for (const Node* node : nodes_of(option_of(statement, "roles"))) roles.push_back(role_named(session, as<RoleSpec>(node)));
  if (roles.empty()) roles.push_back(session.role());
  return roles;
}

/// Null stands for all of them.
std::vector<const Symbol*> schemas_of(Session& session, const AlterDefaultPrivilegesStmt* statement) {
  std::vector<const Symbol*> schemas;
  for (const std::string_view name : texts_of(option_of(statement, "schemas")))
    if (const Symbol* found = schema_to_grant_in(session, "ALTER DEFAULT PRIVILEGES", name)) schemas.push_back(found);
  if (!option_of(statement, "schemas")) schemas.push_back(nullptr);
  return schemas;
}

/// Those that say no more than what holds without them are forgotten, as PostgreSQL does.
void change_defaults(Session& session, const GrantStmt* action, const SecuredObjects& objects, const Symbol* schema, Text role) {
  Draft& draft = session.draft();
  const std::string name = default_privileges_name(objects.plural, role);
  const Symbol* known = draft.find(Namespace::default_privileges, schema, name);
  const Privileges usual = schema ? Privileges() : built_in_privileges(objects);
  Privileges privileges = known ? read_privileges(draft.item(known)->notes->remarks.privileges, objects) : usual;
  apply_grant(session, action, rights_named(action, objects), role, privileges);
  if (privileges == usual) return known ? session.drop({known}, false) : void();
  if (!known)
    known = draft.declare(Namespace::default_privileges, schema, name, DefaultPrivileges{objects.plural}, session.at());
  else
    session.record(Event::Verb::altered, known, "privileges");
  draft.change(known, [&](Draft::Item& item) {
    item.notes.edit().remarks.owner = role;
    item.notes.edit().remarks.privileges = show_privileges(privileges, objects);
  });
}

}  // namespace

std::string default_privileges_name(std::string_view objects, Text role) {
  return (role.empty() ? "on " : "for " + role.str() + " on ") + std::string(objects);
}

bool read_alter_default_privileges(Session& session, const Node* node) {
  const auto* statement = as<AlterDefaultPrivilegesStmt>(node);
  const SecuredObjects* objects = objects_of(statement->action->objtype);
  if (!session.reads_privileges || !objects) return false;
  session.states_privileges = true;
  for (const Symbol* schema : schemas_of(session, statement))
    for (const Text role : roles_of(session, statement)) change_defaults(session, statement->action, *objects, schema, role);
  return true;
}

}  // namespace pgplumb
