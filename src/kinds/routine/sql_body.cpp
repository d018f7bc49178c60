#include "kinds/routine/sql_body.h"

#include "catalog/routines.h"
#include "kinds/query/reader.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

/// The input parameters, found after all columns: by their names, with the function's before it, and by their numbers.
Scope parameters_of(std::string_view name, const Routine& routine) {
  Scope scope;
  ScopeItem& row = scope.items.emplace_back(ScopeItem{std::string(name), "parameter"});
  row.has_names = row.is_row = true;
  for (const RoutineParameter& parameter : routine.parameters) {
    if (!is_input(parameter)) continue;
    const std::size_t i = row.columns.size();
    const std::string number = "$" + std::to_string(i + 1);
    row.columns.push_back({parameter.name.empty() ? number : parameter.name.str(), nullptr, parameter.type});
    scope.merged.emplace_back(number, row.column(i));
    if (!parameter.name.empty()) scope.merged.emplace_back(parameter.name.str(), row.column(i));
  }
  return scope;
}

Expression read_statement(QueryReader& reader, const Scope& parameters, const Node* statement) {
  if (const auto* result = as<ReturnStmt>(statement))
    return make(Kind::other, "return", reader.read_in({&parameters}, result->returnval));
  return reader.read(statement, &parameters).tree;
}

}  // namespace

ExpressionField read_sql_body(Session& session, std::string_view name, const Routine& routine, const Node* body) {
  QueryReader reader(session, nullptr);
  const Scope parameters = parameters_of(name, routine);
  std::vector<Expression> statements;
  if (const auto* block = as<List>(body)) {
    // BEGIN ATOMIC is a list of one list.
    for (const Node* list : nodes_of(block))
      for (const Node* statement : nodes_of(as<List>(list))) statements.push_back(read_statement(reader, parameters, statement));
  } else {
    statements.push_back(read_statement(reader, parameters, body));
  }
  return {std::make_shared<const Expression>(make(Kind::other, "statements", std::move(statements)))};
}

}  // namespace pgplumb
