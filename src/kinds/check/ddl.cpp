#include "kinds/check/ddl.h"

#include <algorithm>
#include <vector>

#include "kinds/table/heirs.h"

namespace pgplumb {

namespace {

/// The columns that an expression names, each once.
void collect_columns(const Expression& tree, std::vector<const Symbol*>& columns) {
  const Symbol* column = tree.column.symbol;
  if (column && std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
  for (const Expression& arg : tree.args) collect_columns(arg, columns);
}

/// An unnamed CHECK over one column only is named after it, wherever it stands (AddRelationNewConstraints in catalog/heap.c).
std::string choose_name(Session& session, const Symbol* table, const Check& check) {
  std::vector<const Symbol*> columns;
  collect_columns(*check.expression.tree, columns);
  const std::string_view only = columns.size() == 1 ? std::string_view(columns.front()->text) : std::string_view();
  return session.choose_constraint_name(table, table->text, only, "check");
}

}  // namespace

Symbol* declare_check(Session& session, const Symbol* table, Check check) {
  const std::string name = choose_name(session, table, check);
  return session.draft().declare(Namespace::constraint, table, name, std::move(check), session.at());
}

void read_check(Session& session, Symbol* table, Symbol*, const Node* node) {
  const auto* constraint = as<Constraint>(node);
  Check check;
  check.expression = read_field(session, table, constraint->raw_expr);
  check.no_inherit = constraint->is_no_inherit;
  check.validated = !constraint->skip_validation || constraint->initially_valid;
  const std::string name = constraint->conname ? constraint->conname : choose_name(session, table, check);
  // It becomes one with that of a parent, and is as valid.
  if (const Symbol* above = inherited_check(session.draft(), table, name))
    check.validated = is_valid_in(session.draft(), above, table);
  session.require_free_constraint_name(table, name);
  session.draft().declare(Namespace::constraint, table, name, std::move(check), session.at(constraint->location));
}

}  // namespace pgplumb
