#include "statements/do_block/doubt/doubted_creates.h"

#include <algorithm>
#include <string>
#include <vector>

#include "kinds/owner/ddl.h"

namespace pgplumb {

namespace {

/// What a statement makes: what is there already, null for nothing, and the name that another one would have.
struct Made {
  const Symbol* there;
  std::string name;
};

Made relation(Session& session, QualifiedName name) {
  return {session.look_up(name.schema, name.name).symbol, std::string(name.name)};
}

Made type(Session& session, QualifiedName name) { return {session.find_type(name.schema, name.name), std::string(name.name)}; }

Made member(Session& session, QualifiedName table, Namespace space, std::string_view name) {
  const Symbol* found = session.look_up(table.schema, table.name).symbol;
  const Symbol* there = found ? session.draft().find(space, root_of(session.draft(), found), name) : nullptr;
  return {there, std::string(table.name) + "." + std::string(name)};
}

/// ADD COLUMN and ADD CONSTRAINT; nothing where the statement does anything else.
std::vector<Made> added(Session& session, const AlterTableStmt* statement) {
  std::vector<Made> made;
  const QualifiedName table = qualified_name(statement->relation);
  for (const Node* node : nodes_of(statement->cmds)) {
    const auto* command = as<AlterTableCmd>(node);
    const auto* column = as<ColumnDef>(command->def);
    const auto* constraint = as<Constraint>(command->def);
    if (command->subtype == AT_AddColumn && column)
      made.push_back(member(session, table, Namespace::column, view_of(column->colname)));
    else if (command->subtype == AT_AddConstraint && constraint && constraint->conname)
      made.push_back(member(session, table, Namespace::constraint, constraint->conname));
    else
      return {};
  }
  return made;
}

std::vector<Made> made_relation(Session& session, const Node* node) {
  if (const auto* create = as<CreateStmt>(node)) return {relation(session, qualified_name(create->relation))};
  if (const auto* create = as<CreateTableAsStmt>(node)) return {relation(session, qualified_name(create->into->rel))};
  if (const auto* create = as<CreateSeqStmt>(node)) return {relation(session, qualified_name(create->sequence))};
  if (const auto* view = as<ViewStmt>(node); view && !view->replace) return {relation(session, qualified_name(view->view))};
  const auto* index = as<IndexStmt>(node);
  if (index && index->idxname) return {relation(session, {view_of(index->relation->schemaname), index->idxname})};
  return {};
}

std::vector<Made> made_type(Session& session, const Node* node) {
  if (const auto* create = as<CreateEnumStmt>(node)) return {type(session, qualified_name(create->typeName))};
  if (const auto* create = as<CreateDomainStmt>(node)) return {type(session, qualified_name(create->domainname))};
  if (const auto* create = as<CreateRangeStmt>(node)) return {type(session, qualified_name(create->typeName))};
  if (const auto* create = as<CompositeTypeStmt>(node)) return {type(session, qualified_name(create->typevar))};
  return {};
}

std::vector<Made> made_member(Session& session, const Node* node) {
  if (const auto* create = as<CreateTrigStmt>(node); create && !create->replace)
    return {member(session, qualified_name(create->relation), Namespace::trigger, view_of(create->trigname))};
  if (const auto* create = as<CreatePolicyStmt>(node))
    return {member(session, qualified_name(create->table), Namespace::policy, view_of(create->policy_name))};
  const auto* alter = as<AlterTableStmt>(node);
  return alter && alter->objtype == OBJECT_TABLE ? added(session, alter) : std::vector<Made>();
}

}  // namespace

bool makes_another_at_most(Session& session, const Node* statement) {
  std::vector<Made> made = made_relation(session, statement);
  for (const auto& find : {made_type, made_member})
    for (Made& one : find(session, statement)) made.push_back(std::move(one));
  const bool is_all_there = std::all_of(made.begin(), made.end(), [&](const Made& one) {
    return session.is_known(one.there) && !may_be_gone(*session.draft().item(one.there));
  });
  if (made.empty() || !is_all_there) return false;
  for (Made& one : made) session.uncertain_names.insert(std::move(one.name));
  return true;
}

}  // namespace pgplumb
