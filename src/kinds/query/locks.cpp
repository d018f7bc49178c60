// FOR UPDATE and the like (transformLockingClause in parser/analyze.c).
#include <algorithm>
#include <map>

#include "kinds/query/reader.h"
#include "sql/expression_forms.h"

namespace pgplumb {

using Kind = Expression::Kind;

/// The names of what a lock without OF is on: tables and subqueries, also those in joins.
void QueryReader::collect_lockable(const Node* from, std::vector<std::string_view>& names) const {
  if (const auto* join = as<JoinExpr>(from)) {
    collect_lockable(join->larg, names);
    collect_lockable(join->rarg, names);
  } else if (const auto* sample = as<RangeTableSample>(from)) {
    collect_lockable(sample->relation, names);
  } else if (const auto* relation = as<RangeVar>(from)) {
    const auto [schema, name] = qualified_name(relation);
    if (!find_common_table(schema, name)) names.push_back(relation->alias ? view_of(relation->alias->aliasname) : name);
  } else if (const auto* query = as<RangeSubselect>(from); query && query->alias) {
    names.push_back(query->alias->aliasname);
  }
}

std::vector<std::string_view> QueryReader::locked_names(const SelectStmt* select, const LockingClause* clause) const {
  std::vector<std::string_view> names;
  for (const Node* node : nodes_of(clause->lockedRels))
    if (const auto* relation = as<RangeVar>(node)) names.push_back(view_of(relation->relname));
  if (names.empty())
    for (const Node* from : nodes_of(select->fromClause)) collect_lockable(from, names);
  return names;
}

/// Of two locks on one item the stronger one counts, as the server stores it: one for each item.
void QueryReader::append_locks(const SelectStmt* select, const Scope& scope, Args& parts) const {
  struct Lock {
    LockClauseStrength strength = LCS_NONE;
    LockWaitPolicy wait = LockWaitBlock;
  };
  std::map<std::size_t, Lock> locks;
  for (const Node* node : nodes_of(select->lockingClause)) {
    const auto* clause = as<LockingClause>(node);
    for (const std::string_view name : locked_names(select, clause))
      for (std::size_t i = 0; i < scope.items.size(); ++i) {
        if (scope.items[i].alias != name) continue;
        Lock& lock = locks[i + 1];
        lock = {std::max(lock.strength, clause->strength), std::max(lock.wait, clause->waitPolicy)};
      }
  }
  constexpr const char* strengths[] = {"", "for key share", "for share", "for no key update", "for update"};
  constexpr const char* waits[] = {"", " skip locked", " nowait"};
  for (const auto& [item, lock] : locks)
    parts.push_back(make(Kind::other, std::string(strengths[lock.strength]) + waits[lock.wait], number(std::to_string(item))));
}

}  // namespace pgplumb
