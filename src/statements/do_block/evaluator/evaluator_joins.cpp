// Joins: of each FROM item only the rows are gone through that the conditions on it alone leave, and of these the ones that are
// equal to what was chosen before.
#include <algorithm>

#include "sql/walk.h"
#include "statements/do_block/evaluator/evaluator.h"

namespace pgplumb {

namespace {

/// `a AND b` as a and b.
void append_conjuncts(const Node* condition, std::vector<const Node*>& conjuncts) {
  const auto* logic = as<BoolExpr>(condition);
  if (!logic || logic->boolop != AND_EXPR) return conjuncts.push_back(condition);
  for (const Node* part : nodes_of(logic->args)) append_conjuncts(part, conjuncts);
}

/// The item of FROM that a column names, "" where it names none.
std::string_view qualifier_of(const Node* column) {
  const auto* reference = as<::ColumnRef>(column);
  const auto fields = reference ? nodes_of(reference->fields) : nodes_of(nullptr);
  return fields.size() > 1 ? text_of(fields[fields.size() - 2]) : std::string_view();
}

/// Whether a condition has columns of this item in it, and neither columns of others nor subqueries.
bool is_about(const Node* condition, std::string_view alias) {
  bool names_it = false, names_others = false;
  const std::function<void(const Node*)> look = [&](const Node* node) {
    if (as<SubLink>(node)) names_others = true;
    if (as<::ColumnRef>(node)) (qualifier_of(node) == alias ? names_it : names_others) = true;
    if (!names_others) for_each_child(node, look);
  };
  look(condition);
  return names_it && !names_others;
}

bool is_equation(const A_Expr* operation) {
  return operation && operation->kind == AEXPR_OP && operation->lexpr && text_of(nodes_of(operation->name).back()) == "=";
}

}  // namespace

std::vector<const Node*> Evaluator::conjuncts_of(const std::vector<const Node*>& conditions) {
  std::vector<const Node*> conjuncts;
  for (const Node* condition : conditions) append_conjuncts(condition, conjuncts);
  return conjuncts;
}

void Evaluator::leave_out_excluded(Source& source, Binding& binding, const std::vector<const Node*>& conjuncts) {
  std::vector<const Node*> alone;
  std::copy_if(conjuncts.begin(), conjuncts.end(), std::back_inserter(alone),
               [&](const Node* conjunct) { return is_about(conjunct, source.alias); });
  if (alone.empty()) return;
  std::erase_if(source.rows, [&](const CatalogRow& row) {
    binding.row = &row;
    return std::any_of(alone.begin(), alone.end(), [&](const Node* conjunct) { return evaluate(conjunct).is_not_true(); });
  });
  binding.row = nullptr;
}

void Evaluator::find_join(std::vector<Source>& sources, std::size_t which, const std::vector<const Node*>& conjuncts) {
  Source& source = sources[which];
  const auto stands_before = [&](const Node* column) {
    const std::string_view alias = qualifier_of(column);
    return std::any_of(sources.begin(), sources.begin() + static_cast<std::ptrdiff_t>(which),
                       [&](const Source& before) { return before.alias == alias; });
  };
  const auto is_own = [&](const Node* column) {
    // PL/pgSQL takes a record's field first.
    return qualifier_of(column) == source.alias && column_value(as<::ColumnRef>(column)).state == Value::State::unknown;
  };
  for (const Node* conjunct : conjuncts) {
    const auto* equation = as<A_Expr>(conjunct);
    if (!is_equation(equation)) continue;
    const Node *own = equation->lexpr, *other = equation->rexpr;
    if (!is_own(own)) std::swap(own, other);
    if (!is_own(own) || !stands_before(other)) continue;
    source.joined_to = other;
    source.number_rows(text_of(nodes_of(as<::ColumnRef>(own)->fields).back()));
    return;
  }
}

void Evaluator::Source::number_rows(std::string_view column) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& columns = rows[i].columns;
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.first == column; });
    if (found != columns.end() && found->second.is_known())
      by_value[found->second.text].push_back(i);
    else
      of_unknown_value.push_back(i);
  }
}

std::vector<const CatalogRow*> Evaluator::joined_rows(const Source& source) {
  const Value value = source.joined_to ? evaluate(source.joined_to) : Value::unknown();
  std::vector<const CatalogRow*> joined;
  if (!value.is_known()) {
    for (const CatalogRow& row : source.rows) joined.push_back(&row);
    return joined;
  }
  const auto equal = source.by_value.find(value.text);
  std::vector<std::size_t> numbers = equal == source.by_value.end() ? std::vector<std::size_t>() : equal->second;
  numbers.insert(numbers.end(), source.of_unknown_value.begin(), source.of_unknown_value.end());
  std::sort(numbers.begin(), numbers.end());
  for (const std::size_t number : numbers) joined.push_back(&source.rows[number]);
  return joined;
}

}  // namespace pgplumb
