#include "kinds/owner/ddl.h"

#include <pgplumb/kinds/privileges.h>

#include <algorithm>

#include "catalog/declared.h"
#include "kinds/named_object.h"

namespace pgplumb {

namespace {

constexpr std::string_view clause = "OWNER TO";

/// Who owns an object decides which privileges are its owner's own.
bool reads_owners(const Session& session) { return session.reads_owners || session.reads_privileges; }

/// The role of ALTER TABLE … OWNER TO, where the statement does nothing else.
const RoleSpec* only_new_owner(const AlterTableStmt* statement) {
  const NodeRange commands = nodes_of(statement->cmds);
  const auto* command = commands.size() == 1 ? as<AlterTableCmd>(commands.front()) : nullptr;
  return command && command->subtype == AT_ChangeOwner ? command->newowner : nullptr;
}

/// Tables, views, sequences. An index belongs to its table's owner, whatever is said of it.
bool read_owner_of_relation(Session& session, const AlterTableStmt* statement) {
  const RoleSpec* role = only_new_owner(statement);
  if (!role || statement->objtype == OBJECT_TYPE) return false;
  const auto [schema, name] = qualified_name(statement->relation);
  const FoundRelation found = session.look_up(schema, name);
  const bool stands_apart = session.draft().object<Sequence>(found.symbol) || session.draft().object<Partition>(found.symbol);
  if (found.symbol && !stands_apart && !session.draft().object<Table>(found.symbol)) return true;
  if (!found && statement->missing_ok) return true;
  change_owner(session, stands_apart ? found.symbol : session.relation_to_alter(schema, name), role_named(session, role));
  return true;
}

bool read_owner_of_object(Session& session, const AlterOwnerStmt* statement) {
  if (!namespace_of(statement->objectType)) return false;
  const NamedObject found = find_named(session, statement->objectType, statement->object);
  if (found.symbol)
    change_owner(session, found.symbol, role_named(session, statement->newowner));
  else
    session.not_compared(std::string(clause), "nothing that could be read and applied makes it", -1, found.name);
  return true;
}

bool reassign(Session& session, const ReassignOwnedStmt* statement) {
  const Text heir = role_named(session, statement->newrole);
  for (const Node* node : nodes_of(statement->roles)) {
    const Text role = role_named(session, as<RoleSpec>(node));
    for_each_declared(session.draft(), [&](const Draft::Item& item) {
      if (!role.empty() && item.notes->remarks.owner == role) change_owner(session, item.symbol, heir);
    });
  }
  return true;
}

bool read(Session& session, const Node* node) {
  if (const auto* statement = as<AlterTableStmt>(node)) return read_owner_of_relation(session, statement);
  if (const auto* statement = as<AlterOwnerStmt>(node)) return read_owner_of_object(session, statement);
  const auto* statement = as<ReassignOwnedStmt>(node);
  return statement && reassign(session, statement);
}

/// What an owner may do is in no list.
void leave_out_own(Draft& draft, const Symbol* symbol, Text owner) {
  const Draft::Item& item = *draft.item(symbol);
  const Text others = privileges_apart_from(item.object, item.notes->remarks, {owner.str()});
  if (!(others == item.notes->remarks.privileges))
    draft.change(symbol, [&](Draft::Item& changed) { changed.notes.edit().remarks.privileges = others; });
}

}  // namespace

Text role_named(const Session& session, const RoleSpec* role) {
  if (role->roletype == ROLESPEC_CSTRING) return view_of(role->rolename);
  if (role->roletype == ROLESPEC_PUBLIC) return everybody;
  return role->roletype == ROLESPEC_SESSION_USER ? Text() : session.role();
}

bool read_owner(Session& session, const Node* node) {
  if (!reads_owners(session) || !read(session, node)) return false;
  if (!session.reads_owners) session.not_compared(std::string(clause), std::string(owners_only_if_asked));
  return true;
}

bool read_owner_clause(Session& session, const Symbol* table, const AlterTableCmd* command) {
  if (reads_owners(session)) change_owner(session, table, role_named(session, command->newowner));
  return session.reads_owners;
}

void read_authorization(Session& session, const Symbol* schema, const RoleSpec* role) {
  if (reads_owners(session)) change_owner(session, schema, role_named(session, role));
}

void change_owner(Session& session, const Symbol* symbol, Text role) {
  Draft& draft = session.draft();
  draft.change(symbol, [&](Draft::Item& item) { item.notes.edit().remarks.owner = role; });
  leave_out_own(draft, symbol, role);
  for (const Symbol* column : draft.members(symbol, Namespace::column)) leave_out_own(draft, column, role);
  session.record(Event::Verb::altered, symbol, "owner");
  for (const Symbol* dependent : draft.dependents(symbol)) {
    const auto* sequence = draft.object<Sequence>(dependent);
    if (sequence && sequence->owned_by && sequence->owned_by.symbol->parent == symbol) change_owner(session, dependent, role);
  }
}

}  // namespace pgplumb
