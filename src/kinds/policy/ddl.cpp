#include "kinds/policy/ddl.h"

#include <pgplumb/kinds/privileges.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <set>

#include "kinds/owner/ddl.h"
#include "kinds/query/read_query.h"

namespace pgplumb {

namespace {

/// By name; "" for CURRENT_USER and the like where nothing tells who runs the statements.
using Roles = std::set<std::string>;

Roles read_roles(const Session& session, const List* roles) {
  Roles names;
  for (const Node* role : nodes_of(roles)) names.insert(role_named(session, as<RoleSpec>(role)).str());
  return names;
}

bool are_known(const Roles& roles) { return !roles.contains(""); }

/// PUBLIC takes in all others.
Text role_words(const Roles& roles) {
  if (roles.empty() || roles.contains(std::string(everybody))) return everybody;
  std::string text;
  for (const std::string& name : roles)
    text += (text.empty() ? "" : ", ") + (name.empty() ? "current_user" : quote_identifier(name));
  return text;
}

/// Of roles that are not known any may be meant.
void note_roles(Session& session, const Symbol* policy, const Roles& roles) {
  session.draft().change(policy, [&](Draft::Item& item) {
    auto& accepts = item.notes.edit().accepts;
    std::erase_if(accepts, [](const Acceptance& one) { return one.field == "roles"; });
    if (!are_known(roles)) accepts.push_back({"roles", true, {}});
  });
  if (!are_known(roles))
    session.not_compared("roles of a policy", "which role CURRENT_USER is cannot be told from the files", -1, policy->text);
}

}  // namespace

bool read_create_policy(Session& session, const Node* node) {
  const auto* statement = as<CreatePolicyStmt>(node);
  const Symbol* table = relation_to_change(session, statement->table);
  Policy policy;
  policy.command = view_of(statement->cmd_name);
  policy.permissive = statement->permissive;
  const Roles roles = read_roles(session, statement->roles);
  policy.roles = role_words(roles);
  policy.using_condition = read_field_with_queries(session, table, statement->qual);
  policy.check_condition = read_field_with_queries(session, table, statement->with_check);
  const std::string_view name = view_of(statement->policy_name);
  const Symbol* made = session.draft().declare(Namespace::policy, table, name, std::move(policy), session.at());
  if (made && session.place().statement)
    session.draft().change(made, [&](Draft::Item& item) { item.notes.edit().written = session.place().statement->text; });
  if (!made)
    fail(sqlstate::duplicate_object, "policy " + quoted_name({}, name) + " for table " + quoted_name({}, table->text) +
                                         " already exists" +
                                         created_at(session.draft(), session.draft().find(Namespace::policy, table, name)));
  if (!are_known(roles)) note_roles(session, made, roles);
  return true;
}

bool read_alter_policy(Session& session, const Node* node) {
  const auto* statement = as<AlterPolicyStmt>(node);
  const Symbol* table = relation_to_change(session, statement->table);
  const std::string_view name = view_of(statement->policy_name);
  const Symbol* policy = session.draft().find(Namespace::policy, table, name);
  const Draft::Item* item = session.draft().item(table);
  if (!policy && (item->stated_in_part || item->uncertain)) return session.make_uncertain({}, name), true;
  if (!policy)
    fail(sqlstate::undefined_object,
         "policy " + quoted_name({}, name) + " for table " + quoted_name({}, table->text) + " does not exist");
  session.draft().forget_written(policy);
  edit<Policy>(session, policy, [&](Policy& changed) {
    if (statement->roles) changed.roles = role_words(read_roles(session, statement->roles));
    if (statement->qual) changed.using_condition = read_field_with_queries(session, table, statement->qual);
    if (statement->with_check) changed.check_condition = read_field_with_queries(session, table, statement->with_check);
  });
  if (statement->roles) note_roles(session, policy, read_roles(session, statement->roles));
  session.record(Event::Verb::altered, policy, "definition");
  return true;
}

void read_row_security(Session& session, Symbol* table, const Node* node) {
  const AlterTableType type = as<AlterTableCmd>(node)->subtype;
  const bool forces = type == AT_ForceRowSecurity || type == AT_NoForceRowSecurity;
  edit_relation(session, table, [&](auto& changed) {
    (forces ? changed.force_row_security : changed.row_security) = type == AT_ForceRowSecurity || type == AT_EnableRowSecurity;
  });
  const char* field = forces ? "force_row_security" : "row_security";
  session.record(Event::Verb::altered, table, field);
  if (session.draft().item(table)->notes->accepts.empty()) return;
  // Whatever may have been set before is known again.
  session.draft().change(table, [&](Draft::Item& item) {
    std::erase_if(item.notes.edit().accepts, [&](const Acceptance& one) { return one.field == field; });
  });
}

}  // namespace pgplumb
