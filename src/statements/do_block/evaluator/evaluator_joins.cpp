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

/// Whether an expression has neither columns in it whose qualifier `is_theirs`, nor subqueries.
template <class IsTheirs>
bool stands_apart(const Node* expression, const IsTheirs& is_theirs) {
  bool does = true;
  const std::function<void(const Node*)> look = [&](const Node* node) {
    does = does && !as<SubLink>(node) && !(as<::ColumnRef>(node) && is_theirs(qualifier_of(node)));
    if (does) for_each_child(node, look);
  };
  look(expression);
  return does;
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
  std::erase_if(source.rows, [&](const CatalogRow* row) {
    binding.row = row;
    return std::any_of(alone.begin(), alone.end(), [&](const Node* conjunct) { return evaluate(conjunct).is_not_true(); });
  });
  binding.row = nullptr;
}

/// Where the conjunct is `column = other`, or the other way round, of a column of the source.
std::optional<Evaluator::Equation> Evaluator::equation_of(const Source& source, const Node* conjunct) const {
  const auto is_own = [&](const Node* column) {
    // PL/pgSQL takes a record's field first.
    return qualifier_of(column) == source.alias && column_value(as<::ColumnRef>(column)).state == Value::State::unknown;
  };
  const auto* equation = as<A_Expr>(conjunct);
  if (!is_equation(equation)) return std::nullopt;
  const Node *own = equation->lexpr, *other = equation->rexpr;
  if (!is_own(own)) std::swap(own, other);
  if (!is_own(own)) return std::nullopt;
  return Equation{text_of(nodes_of(as<::ColumnRef>(own)->fields).back()), other};
}

/// Without those that have a column that has to be equal to something that is the same for all rows of the query, and is not.
void Evaluator::fill(std::vector<Source>& sources, std::size_t which, const std::vector<const Node*>& conjuncts) {
  Source& source = sources[which];
  bool is_filled = false;
  for (const Node* conjunct : conjuncts) {
    const auto equation = equation_of(source, conjunct);
    const auto is_theirs = [&](std::string_view alias) {
      return alias.empty() || std::any_of(sources.begin(), sources.end(), [&](const Source& one) { return one.alias == alias; });
    };
    if (!equation || !stands_apart(equation->other, is_theirs)) continue;
    const Value value = evaluate(equation->other);
    const bool is_text = value.is_known() && !value.is_boolean;
    if (!is_filled && is_text) source.rows = source.all->that_may_have(equation->column, value);
    if (!is_filled && !is_text) source.take_all();
    is_filled = true;
    std::erase_if(source.rows,
                  [&](const CatalogRow* row) { return are_equal(row->value(equation->column), value).is_not_true(); });
  }
  if (!is_filled) source.take_all();
}

void Evaluator::find_join(std::vector<Source>& sources, std::size_t which, const std::vector<const Node*>& conjuncts) {
  Source& source = sources[which];
  const auto stands_before = [&](const Node* column) {
    const std::string_view alias = qualifier_of(column);
    return std::any_of(sources.begin(), sources.begin() + static_cast<std::ptrdiff_t>(which),
                       [&](const Source& before) { return before.alias == alias; });
  };
  for (const Node* conjunct : conjuncts) {
    const auto equation = equation_of(source, conjunct);
    if (!equation || !stands_before(equation->other)) continue;
    source.joined_to = equation->other;
    source.number_rows(equation->column);
    return;
  }
}

void Evaluator::Source::take_all() {
  rows.reserve(all->all().size());
  for (const CatalogRow& row : all->all()) rows.push_back(&row);
}

void Evaluator::Source::number_rows(std::string_view column) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Value& value = rows[i]->value(column);
    (value.is_known() ? by_value[value.text] : of_unknown_value).push_back(i);
  }
}

std::vector<const CatalogRow*> Evaluator::joined_rows(const Source& source) {
  const Value value = source.joined_to ? evaluate(source.joined_to) : Value::unknown();
  if (!value.is_known()) return source.rows;
  std::vector<const CatalogRow*> joined;
  const auto equal = source.by_value.find(value.text);
  std::vector<std::size_t> numbers = equal == source.by_value.end() ? std::vector<std::size_t>() : equal->second;
  numbers.insert(numbers.end(), source.of_unknown_value.begin(), source.of_unknown_value.end());
  std::sort(numbers.begin(), numbers.end());
  for (const std::size_t number : numbers) joined.push_back(source.rows[number]);
  return joined;
}

}  // namespace pgplumb
