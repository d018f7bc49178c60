#include "kinds/privileges/ddl.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <iterator>

#include "kinds/owner/ddl.h"
#include "kinds/privileges/granted_objects.h"

namespace pgplumb {

namespace {

Rights all_rights(const SecuredObjects& objects) { return {objects.rights.begin(), objects.rights.end()}; }

std::string right_of(const AccessPriv* privilege) { return lower_case(view_of(privilege->priv_name)); }

bool has_right(const SecuredObjects& objects, std::string_view right) {
  return std::find(objects.rights.begin(), objects.rights.end(), right) != objects.rights.end();
}

/// Without a name it is ALL.
Rights right_named(const AccessPriv* privilege, const SecuredObjects& objects) {
  if (!privilege->priv_name) return all_rights(objects);
  const std::string right = right_of(privilege);
  if (has_right(objects, right)) return {right};
  fail(sqlstate::invalid_grant_operation, "invalid privilege type " + right + " for " + std::string(objects.plural));
}

/// Nobody but the server knows who runs the statements.
void note_unknown_role(Session& session, const Symbol* symbol) {
  session.not_compared("GRANT or REVOKE", "which role CURRENT_USER is cannot be told from the files", -1, display_name(*symbol));
  session.draft().change(symbol, [](Draft::Item& item) { item.notes.edit().accepts.push_back({"privileges", true, {}}); });
}

void change_rights(Session& session, const GrantStmt* statement, const Symbol* symbol, const Rights& rights) {
  const Draft::Item& item = *session.draft().item(symbol);
  const Symbol* secured = item.space == Namespace::column ? symbol->parent : symbol;  // a column's owner is its table's
  const Text owner = session.draft().item(secured)->notes->remarks.owner;
  const SecuredObjects& objects = *secured_objects_of(item.object);
  Privileges privileges = read_privileges(item.notes->remarks.privileges, objects);
  apply_grant(session, statement, rights, owner, privileges);
  const bool has_nameless =
      std::any_of(privileges.begin(), privileges.end(), [](const auto& one) { return one.first.role.empty(); });
  if (has_nameless) note_unknown_role(session, symbol);
  leave_out_role(privileges, "");
  const Text changed = show_privileges(privileges, objects);
  if (changed == session.draft().item(symbol)->notes->remarks.privileges) return;
  session.draft().change(symbol, [&](Draft::Item& edited) { edited.notes.edit().remarks.privileges = changed; });
  session.record(Event::Verb::altered, symbol, "privileges");
}

/// Whoever loses a right on a table loses it on its columns too.
void revoke_from_columns(Session& session, const GrantStmt* statement, const Symbol* table, const Rights& rights) {
  const Rights of_columns = all_rights(*find_secured_objects("columns"));
  Rights lost;
  std::set_intersection(rights.begin(), rights.end(), of_columns.begin(), of_columns.end(), std::inserter(lost, lost.end()));
  for (const Symbol* column : session.draft().members(table, Namespace::column))
    if (!session.draft().item(column)->notes->remarks.privileges.empty()) change_rights(session, statement, column, lost);
}

void change_columns(Session& session, const GrantStmt* statement, Symbol* table) {
  for (const Node* node : nodes_of(statement->privileges)) {
    const auto* privilege = as<AccessPriv>(node);
    const Rights rights = privilege->cols ? right_named(privilege, *find_secured_objects("columns")) : Rights();
    for (const std::string_view name : texts_of(privilege->cols))
      if (const Symbol* column = session.column_to_alter(table, name); column->parent == table)
        change_rights(session, statement, column, rights);
      else
        pass_by_partition(session, "GRANT or REVOKE", member_name(table, name));
  }
}

void change_object(Session& session, const GrantStmt* statement, Symbol* symbol) {
  const Draft::Item& item = *session.draft().item(symbol);
  if (item.stated_in_part)
    return session.not_compared("GRANT or REVOKE", "what else is granted on it is not known", -1, display_name(*symbol));
  const SecuredObjects& objects = *secured_objects_of(item.object);
  const bool is_table = objects.plural == "tables";
  const Rights rights = rights_named(statement, objects);
  if (!rights.empty()) change_rights(session, statement, symbol, rights);
  if (is_table && !statement->is_grant) revoke_from_columns(session, statement, symbol, rights);
  if (is_table) change_columns(session, statement, symbol);
}

}  // namespace

Rights rights_named(const GrantStmt* statement, const SecuredObjects& objects) {
  if (!statement->privileges) return all_rights(objects);
  // A sequence that is called a table is not granted for what only tables have, with a warning.
  const bool is_lenient = statement->objtype == OBJECT_TABLE && objects.plural == "sequences";
  Rights rights;
  for (const Node* node : nodes_of(statement->privileges)) {
    const auto* privilege = as<AccessPriv>(node);
    if (!privilege->cols && !(is_lenient && !has_right(objects, right_of(privilege))))
      rights.merge(right_named(privilege, objects));
  }
  return rights;
}

void apply_grant(Session& session, const GrantStmt* statement, const Rights& rights, Text owner, Privileges& privileges) {
  for (const Node* node : nodes_of(statement->grantees)) {
    const Text role = role_named(session, as<RoleSpec>(node));
    if (role == owner) continue;  // its own rights are in no list
    if (statement->is_grant && statement->grant_option && role == Text(everybody))
      fail(sqlstate::invalid_grant_operation, "grant options can only be granted to roles");
    if (statement->is_grant)
      grant(privileges, role.str(), rights, statement->grant_option);
    else
      revoke(privileges, role.str(), rights, statement->grant_option);
  }
}

bool read_grant(Session& session, const Node* node) {
  const auto* statement = as<GrantStmt>(node);
  if (!statement || !session.reads_privileges) return false;
  if (!is_on_compared_objects(statement)) {
    session.not_compared("GRANT or REVOKE", "privileges on databases, large objects, parameters and the like are not compared");
    return true;
  }
  session.states_privileges = true;
  for (Symbol* symbol : granted_objects(session, statement)) change_object(session, statement, symbol);
  return true;
}

}  // namespace pgplumb
