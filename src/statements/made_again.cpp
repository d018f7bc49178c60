#include "statements/made_again.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace pgplumb {

namespace {

using Symbols = std::vector<const Symbol*>;

constexpr std::array<std::string_view, 6> of_duplicates = {sqlstate::duplicate_table,  sqlstate::duplicate_object,
                                                           sqlstate::duplicate_column, sqlstate::duplicate_function,
                                                           sqlstate::duplicate_schema, sqlstate::wrong_object_type};

Symbols relation(const Session& session, const RangeVar* named) {
  const auto [schema, name] = qualified_name(named);
  return {session.look_up(schema, name).symbol};
}

Symbols members(Session& session, const RangeVar* named, std::string_view name) {
  Symbols found;
  const auto [schema, relation] = qualified_name(named);
  const Symbol* table = session.find_relation(schema, relation);
  if (!table) return found;
  for (const Symbol* member : session.draft().members(table))
    if (member->text == name) found.push_back(member);
  return found;
}

Symbols type(const Session& session, const List* names) {
  const auto [schema, name] = qualified_name(names);
  return {session.find_type(schema, name)};
}

Symbols added(Session& session, const AlterTableStmt* alter) {
  Symbols found;
  for (const Node* node : nodes_of(alter->cmds)) {
    const auto* definition = as<AlterTableCmd>(node)->def;
    const auto* column = as<ColumnDef>(definition);
    const auto* constraint = as<Constraint>(definition);
    const std::string_view name = column       ? view_of(column->colname)
                                  : constraint ? view_of(constraint->conname)
                                               : std::string_view();
    for (const Symbol* member : members(session, alter->relation, name)) found.push_back(member);
  }
  return found;
}

/// What bears the name already of that which the statement makes.
Symbols in_the_way(Session& session, const Node* node) {
  if (const auto* create = as<CreateStmt>(node)) return relation(session, create->relation);
  if (const auto* create = as<CreateTableAsStmt>(node)) return relation(session, create->into->rel);
  if (const auto* view = as<ViewStmt>(node)) return relation(session, view->view);
  if (const auto* create = as<CreateSeqStmt>(node)) return relation(session, create->sequence);
  if (const auto* index = as<IndexStmt>(node))
    return {session.look_up(view_of(index->relation->schemaname), view_of(index->idxname)).symbol};
  if (const auto* trigger = as<CreateTrigStmt>(node)) return members(session, trigger->relation, view_of(trigger->trigname));
  if (const auto* policy = as<CreatePolicyStmt>(node)) return members(session, policy->table, view_of(policy->policy_name));
  if (const auto* rule = as<RuleStmt>(node)) return members(session, rule->relation, view_of(rule->rulename));
  if (const auto* alter = as<AlterTableStmt>(node)) return added(session, alter);
  if (const auto* create = as<CreateEnumStmt>(node)) return type(session, create->typeName);
  if (const auto* create = as<CreateDomainStmt>(node)) return type(session, create->domainname);
  if (const auto* create = as<CompositeTypeStmt>(node)) return relation(session, create->typevar);
  if (const auto* create = as<CreateSchemaStmt>(node))
    return {session.draft().find(Namespace::schema, nullptr, view_of(create->schemaname))};
  if (const auto* create = as<CreateFunctionStmt>(node)) {
    const auto named = session.draft().overloads(Namespace::routine, qualified_name(create->funcname).name);
    return {named.begin(), named.end()};
  }
  return {};
}

/// Of a relation that is uncertain otherwise, it is not said that it may be gone.
bool may_give_way(const Draft::Item& item) {
  const bool is_relation = item.space == Namespace::relation || item.space == Namespace::partition;
  return may_be_gone(item) || (item.uncertain && !is_relation);
}

/// Whether all that depends on it may be gone as well, which CASCADE took along then.
bool may_go_with_dependents(const Draft& draft, const Symbol* gone) {
  Symbols going{gone};  // a column and the sequence that it owns depend on one another
  for (std::size_t i = 0; i < going.size(); ++i)
    for (const Symbol* dependent : draft.dependents(going[i])) {
      const Draft::Item* item = draft.item(dependent);
      if (!item || !may_give_way(*item)) return false;
      if (std::find(going.begin(), going.end(), dependent) == going.end()) going.push_back(dependent);
    }
  return true;
}

bool is_made_once_gone(Session& session, const Symbol* gone, const std::function<void()>& read) {
  const Session::Mark mark = session.mark();
  try {
    session.drop({gone}, may_go_with_dependents(session.draft(), gone));
    read();
    return true;
  } catch (const StatementFailure&) {
    session.rollback(mark);
    return false;
  }
}

}  // namespace

void make_again_where_gone(Session& session, const Node* statement, const std::function<void()>& read) {
  const Session::Mark mark = session.mark();
  try {
    read();
  } catch (const StatementFailure& failure) {
    if (std::find(of_duplicates.begin(), of_duplicates.end(), failure.sqlstate) == of_duplicates.end()) throw;
    session.rollback(mark);
    for (const Symbol* symbol : in_the_way(session, statement)) {
      const Draft::Item* item = session.draft().item(symbol);
      if (item && may_give_way(*item) && is_made_once_gone(session, symbol, read)) return;
    }
    throw;
  }
}

}  // namespace pgplumb
