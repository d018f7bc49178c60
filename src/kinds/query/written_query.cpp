#include "kinds/query/written_query.h"

#include <pgplumb/sql/parse.h>

#include "sql/deparse.h"

namespace pgplumb {

namespace {

const Node* query_of(const Node* statement) {
  if (const auto* view = as<ViewStmt>(statement)) return view->query;
  const auto* materialized = as<CreateTableAsStmt>(statement);
  return materialized ? materialized->query : nullptr;
}

}  // namespace

std::string written_query(std::string_view create_view) {
  std::string text;
  const auto visit = [&](const ParsedStatement& statement) {
    if (const Node* query = query_of(statement.node->stmt)) text = deparse_statement(query);
  };
  parse_script(create_view, {visit, [](const SyntaxProblem&) {}, {}});
  return text;
}

}  // namespace pgplumb
