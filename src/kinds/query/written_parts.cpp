#include "kinds/query/written_parts.h"

#include <pgplumb/sql/parse.h>

#include "sql/deparse.h"

namespace pgplumb {

namespace {

/// Calls `read(statement)` with the tree of the text's only statement.
template <class Read>
void read_statement(std::string_view text, const Read& read) {
  const auto visit = [&](const ParsedStatement& statement) { read(statement.node->stmt); };
  parse_script(text, {visit, [](const SyntaxProblem&) {}, {}});
}

const Node* query_of(const Node* statement) {
  if (const auto* view = as<ViewStmt>(statement)) return view->query;
  const auto* materialized = as<CreateTableAsStmt>(statement);
  return materialized ? materialized->query : nullptr;
}

/// The expression that is the member of that name of a statement of type `T`.
template <class T>
std::string written_expression(std::string_view text, Node* T::*member) {
  std::string written;
  read_statement(text, [&](const Node* node) {
    const auto* statement = as<T>(node);
    if (statement && statement->*member) written = deparse(statement->*member);
  });
  return written;
}

}  // namespace

std::string written_query(std::string_view create_view) {
  std::string written;
  read_statement(create_view, [&](const Node* statement) {
    if (const Node* query = query_of(statement)) written = deparse_statement(query);
  });
  return written;
}

std::string written_using(std::string_view create_policy) { return written_expression(create_policy, &CreatePolicyStmt::qual); }

std::string written_check(std::string_view create_policy) {
  return written_expression(create_policy, &CreatePolicyStmt::with_check);
}

std::string written_condition(std::string_view create_rule) { return written_expression(create_rule, &RuleStmt::whereClause); }

std::vector<std::string> written_actions(std::string_view create_rule) {
  std::vector<std::string> written;
  read_statement(create_rule, [&](const Node* statement) {
    if (const auto* rule = as<RuleStmt>(statement))
      for (const Node* action : nodes_of(rule->actions)) written.push_back(deparse_statement(action));
  });
  return written;
}

}  // namespace pgplumb
