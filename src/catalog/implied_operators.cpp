#include "catalog/implied_operators.h"

#include <algorithm>

#include "catalog/declared.h"
#include "catalog/operator_meant.h"
#include "catalog/operator_members.h"
#include "sql/canonical/functions.h"
#include "sql/canonical/query_values.h"
#include "sql/canonical/resolution/signatures.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

constexpr int less = 1, equal = 3, greater = 5;

bool is_other(const Expression& expression, std::string_view text) {
  return expression.kind == Kind::other && expression.text == text;
}

/// What a row is compared with: another, or what a query behind ANY or ALL gives.
const std::vector<Expression>* members_of(const Expression& compared) {
  if (compared.kind == Kind::row) return &compared.args;
  const bool is_list = is_other(compared, "any") || is_other(compared, "all");
  const Expression* query = is_list ? &compared.args.front() : nullptr;
  return query && is_other(*query, "select") ? &query->args.front().args : nullptr;
}

/// DISTINCT without ON is one of all that the query gives.
bool has_plain_distinct(const Expression& select) {
  return std::any_of(select.args.begin(), select.args.end(),
                     [](const Expression& part) { return is_other(part, "distinct") && part.args.empty(); });
}

}  // namespace

ImpliedOperator::ImpliedOperator(const Draft& draft, const Symbol* op)
    : draft_(draft), op_(op), name_(name_without_signature(op->text)), types_(draft.types()) {
  for_each_declared(draft, [&](const Draft::Item& item) {
    const auto* own = std::get_if<OperatorClass>(&item.object);
    if (!own || !own->is_default || !item.symbol->text.ends_with(" USING btree")) return;
    if (const int strategy = strategy_of(item, op)) orders_.push_back({own->type.name, strategy, item.symbol->number});
  });
}

bool ImpliedOperator::is_in(const Expression& expression, std::size_t holder) const {
  return is_applied_by(expression, holder) ||
         std::any_of(expression.args.begin(), expression.args.end(), [&](const Expression& part) { return is_in(part, holder); });
}

bool ImpliedOperator::is_applied_by(const Expression& expression, std::size_t holder) const {
  if (expression.kind == Kind::operation) return is_applied_to_pairs(expression);
  if (expression.kind == Kind::other) return is_applied_by_other(expression) || sorts_in(expression, holder);
  if (expression.kind != Kind::choice || expression.text != "simple") return false;
  for (std::size_t i = 1; i + 1 < expression.args.size(); i += 2)
    if (compares("=", expression.args.front(), expression.args[i])) return true;
  return false;
}

/// Of what JOIN USING compares, too, nobody names the operator.
bool ImpliedOperator::is_applied_to_pairs(const Expression& operation) const {
  if (operation.routine || operation.args.size() != 2) return false;
  const std::string_view name = without_schema(operation.text);
  const auto *left = members_of(operation.args.front()), *right = members_of(operation.args.back());
  if (!left || !right) return compares(name, operation.args.front(), operation.args.back());
  for (std::size_t i = 0; i < std::min(left->size(), right->size()); ++i)
    if (compares(name, (*left)[i], (*right)[i])) return true;
  return false;
}

bool ImpliedOperator::is_applied_by_other(const Expression& expression) const {
  const bool finds_equality = expression.text == "nullif" || expression.text == "is distinct from";
  return finds_equality && compares("=", expression.args[0], expression.args[1]);
}

bool ImpliedOperator::sorts_in(const Expression& expression, std::size_t holder) const {
  if (orders_.empty()) return false;
  const std::string_view text = expression.text;
  if (is_sort(expression)) return sorts(expression.args.front(), text.starts_with("desc") ? greater : less, holder);
  if (text.starts_with("group by") || text == "partition by" || text == "distinct")
    return sorts_any(expression.args, less, holder);
  if (text == "select" && has_plain_distinct(expression)) return sorts_any(expression.args.front().args, less, holder);
  if (!is_set_operation(expression) || text.ends_with(" all")) return false;
  const Expression& query = expression.args.front();
  return is_other(query, "select") && sorts_any(query.args.front().args, less, holder);
}

bool ImpliedOperator::compares(std::string_view name, const Expression& left, const Expression& right) const {
  if (name != name_) return false;
  std::vector<Symbol*> candidates = draft_.overloads(Namespace::operators, name);
  std::erase_if(candidates, [&](const Symbol* candidate) { return candidate->parent != op_->parent; });
  return operator_among(draft_, std::move(candidates), operators_named(name), operation(name, left, right)) == op_;
}

bool ImpliedOperator::sorts_any(const std::vector<Expression>& values, int strategy, std::size_t holder) const {
  return std::any_of(values.begin(), values.end(), [&](const Expression& value) { return sorts(value, strategy, holder); });
}

/// With the operator that sorts stands the one that tells what is alike.
bool ImpliedOperator::sorts(const Expression& value, int strategy, std::size_t holder) const {
  const bool is_named = value.kind == Kind::other && value.text.starts_with("as ");
  const MaybeType type = type_of(is_named ? value.args.front() : value, types_);
  return type && !type->is_array && std::any_of(orders_.begin(), orders_.end(), [&](const Order& order) {
           const bool is_meant = order.strategy == strategy || order.strategy == equal;
           return order.type == type->name && is_meant && order.since < holder;
         });
}

}  // namespace pgplumb
