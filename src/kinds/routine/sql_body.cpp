#include "kinds/routine/sql_body.h"

#include "catalog/routines.h"
#include "catalog/row_types.h"
#include "kinds/query/reader.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

/// `r.x` of a parameter of a composite type is (r).x (sql_fn_post_column_ref in executor/functions.c).
void add_fields(Session& session, std::size_t parameter, Scope& scope) {
  const ScopeColumn& whole = scope.items.front().columns[parameter];
  const Expression value = scope.items.front().column(parameter);
  ScopeItem fields{whole.name, "parameter " + whole.name};
  fields.is_row = true;
  for (const RowColumn& column : columns_of_row(session.draft(), *whole.type)) {
    Expression access = make(Kind::other, std::string(of_field) + column.name, value);
    access.type = column.type;
    fields.columns.push_back({column.name, nullptr, column.type, {}, true, true, std::move(access)});
  }
  if (!fields.columns.empty()) scope.items.push_back(std::move(fields));
}

/// The input parameters, found after all columns: by their names, with the function's before it, and by their numbers.
Scope parameters_of(Session& session, std::string_view name, const Routine& routine) {
  Scope scope;
  ScopeItem& row = scope.items.emplace_back(ScopeItem{std::string(name), "parameter"});
  row.is_row = true;
  for (const RoutineParameter& parameter : routine.parameters) {
    if (!is_input(parameter)) continue;
    const std::size_t i = row.columns.size();
    const std::string number = "$" + std::to_string(i + 1);
    const std::string name_here = parameter.name.empty() ? number : parameter.name.str();
    row.columns.push_back({name_here, nullptr, parameter.type, name_here});
    scope.merged.push_back({number, row.column(i)});
    if (!parameter.name.empty()) scope.merged.push_back({parameter.name.str(), row.column(i)});
  }
  for (std::size_t i = 0; i < scope.items.front().columns.size(); ++i) add_fields(session, i, scope);
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
  const Scope parameters = parameters_of(session, name, routine);
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
