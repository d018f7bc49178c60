#include "kinds/routine/sql_body.h"

#include "kinds/query/read_query.h"
#include "sql/expression_forms.h"
#include "sql/read_expression.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

Expression read_statement(Session& session, const Node* statement) {
  if (const auto* result = as<ReturnStmt>(statement))
    return make(Kind::other, "return", read_expression(result->returnval, names_with_queries(session, nullptr)));
  return read_query(session, statement).tree;
}

}  // namespace

ExpressionField read_sql_body(Session& session, const Node* body) {
  std::vector<Expression> statements;
  if (const auto* block = as<List>(body)) {
    // BEGIN ATOMIC is a list of one list.
    for (const Node* list : nodes_of(block))
      for (const Node* statement : nodes_of(as<List>(list))) statements.push_back(read_statement(session, statement));
  } else {
    statements.push_back(read_statement(session, body));
  }
  return {std::make_shared<const Expression>(make(Kind::other, "statements", std::move(statements)))};
}

}  // namespace pgplumb
