#include "statements/do_block/call_finder.h"

#include <pgplumb/sql/identifier.h>
#include <pgplumb/sql/parse.h>

#include <algorithm>

#include "sql/walk.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

class CallFinder {
 public:
  explicit CallFinder(const VisitCall& visit) : visit_(visit) {}

  void find_in(const Node* statement) {
    const auto* procedure = as<CallStmt>(statement);
    const auto* select = as<SelectStmt>(statement);
    if (procedure)
      find(reinterpret_cast<const Node*>(procedure->funccall), true);
    else if (select && !select->valuesLists && select->op == SETOP_NONE)
      find_in_select(select);
    else if (changes_or_reads_rows(statement))
      find_below(statement, false);
  }

  void find_in_targets(const SelectStmt* select, bool has_one_row) {
    for (const Node* target : nodes_of(select->targetList)) find(target, has_one_row);
  }
  void find_beside_targets(const SelectStmt* select) {
    const auto from = nodes_of(select->fromClause);
    for (const Node* item : from) find(item, from.size() == 1);
    for (const void* part : {static_cast<const void*>(select->withClause), static_cast<const void*>(select->whereClause)})
      if (part) find(static_cast<const Node*>(part), false);
  }

 private:
  void find_in_select(const SelectStmt* select) {
    find_in_targets(select, nodes_of(select->fromClause).empty() && !select->whereClause);
    find_beside_targets(select);
  }
  void find(const Node* node, bool once) {
    find_below(node, once && is_all_evaluated(node));
    if (const auto* call = as<FuncCall>(node)) visit_(call, once);
  }
  void find_below(const Node* node, bool once) {
    if (++depth_ < deepest_nesting) for_each_child(node, [&](const Node* child) { find(child, once); });
    --depth_;
  }
  static bool is_all_evaluated(const Node* node) {
    return !as<CaseExpr>(node) && !as<CoalesceExpr>(node) && !as<BoolExpr>(node) && !as<SubLink>(node) && !as<SelectStmt>(node) &&
           !as<JoinExpr>(node);
  }

  const VisitCall& visit_;
  int depth_ = 0;
};

}  // namespace

void for_each_call(const Node* statement, const VisitCall& visit) { CallFinder(visit).find_in(statement); }

void for_each_call_of_row(const SelectStmt* select, const VisitCall& visit) { CallFinder(visit).find_in_targets(select, true); }

void for_each_call_beside_rows(const SelectStmt* select, const VisitCall& visit) {
  CallFinder(visit).find_beside_targets(select);
}

void for_each_call(const std::string& statement, const VisitCall& visit) {
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) { for_each_call(parsed.node->stmt, visit); };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script(statement, visitor);
}

namespace {

/// As it is meant; "" where there is none.
std::string name_before(std::string_view statement, std::size_t parenthesis) {
  const std::string_view before = statement.substr(0, statement.find_last_not_of(" \t\n\r\f\v", parenthesis - 1) + 1);
  if (before.ends_with('"')) {
    const std::size_t open = before.rfind('"', before.size() - 2);
    return std::string(before.substr(std::min(open, before.size() - 1) + 1, before.size() - 2 - open));
  }
  const auto first = std::find_if_not(before.rbegin(), before.rend(), is_word_letter).base();
  return lower_case(truncate_identifier(before.substr(static_cast<std::size_t>(first - before.begin()))));
}

}  // namespace

bool may_call(std::string_view statement, const std::function<bool(const std::string& name)>& is_meant) {
  for (const std::string_view hard : {"--", "/*", "\"\"", "&\""})
    if (statement.find(hard) != statement.npos) return true;
  for (std::size_t at = statement.find('(', 1); at != statement.npos; at = statement.find('(', at + 1))
    if (const std::string name = name_before(statement, at); !name.empty() && is_meant(name)) return true;
  return false;
}

}  // namespace pgplumb
