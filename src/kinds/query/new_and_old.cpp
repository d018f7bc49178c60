// What triggers and rules say of the rows NEW and OLD.
#include "kinds/query/new_and_old.h"

#include "kinds/query/reader.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

Expression read_notify(const NotifyStmt* notify) {
  Expression tree = make(Kind::other, "notify " + std::string(view_of(notify->conditionname)));
  if (notify->payload) tree.args.push_back(string(notify->payload));
  return tree;
}

}  // namespace

ExpressionField read_condition_on_rows(Session& session, const Symbol* table, const Node* condition, std::string_view bare_row) {
  if (!condition) return {};
  QueryReader reader(session, nullptr);
  Scope rows = reader.rows_of(table);
  for (const ScopeItem& row : rows.items)
    for (std::size_t i = 0; row.alias == bare_row && i < row.columns.size(); ++i)
      rows.merged.push_back({row.columns[i].name, row.column(i)});
  return {std::make_shared<const Expression>(reader.read_in(rows, condition))};
}

Expression read_action_on_rows(Session& session, const Symbol* table, const Node* action) {
  if (const auto* notify = as<NotifyStmt>(action)) return read_notify(notify);
  QueryReader reader(session, nullptr);
  const Scope rows = reader.rows_of(table);
  return reader.read(action, &rows).tree;
}

}  // namespace pgplumb
