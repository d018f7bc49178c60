// Operators, and what has words instead: AND, BETWEEN, IN, LIKE, CASE.
#include <algorithm>

#include "sql/canonical/functions.h"
#include "sql/expression_reader.h"

namespace pgplumb {

using Kind = Expression::Kind;
using Args = ExpressionReader::Args;

Expression ExpressionReader::read_operator(const ::A_Expr& expression) {
  Expression made = read_operation(expression, expression.name ? object_name(expression.name) : std::string());
  find_operator(made, expression.name ? qualified_name(expression.name).schema : std::string_view());
  return made;
}

/// Of what stands for several comparisons, all of them: the members of IN, of two rows, the bounds of BETWEEN.
void ExpressionReader::find_operator(Expression& made, std::string_view schema) const {
  if (!names_.operators) return;
  if (made.kind == Kind::all_of || made.kind == Kind::any_of)
    for (Expression& part : made.args) find_operator(part, schema);
  if (made.kind == Kind::operation && !made.routine) made.routine = names_.operators(schema, without_schema(made.text), made);
}

Expression ExpressionReader::read_operation(const ::A_Expr& expression, const std::string& op) {
  const auto operand = [&](const Node* node) { return read(node); };
  switch (expression.kind) {
    case AEXPR_IN:
      return read_membership(expression, op);
    case AEXPR_BETWEEN:
    case AEXPR_NOT_BETWEEN:
    case AEXPR_BETWEEN_SYM:
    case AEXPR_NOT_BETWEEN_SYM:
      return read_range(expression);
    case AEXPR_OP_ANY:
      return operation(op, operand(expression.lexpr), make(Kind::other, "any", operand(expression.rexpr)));
    case AEXPR_OP_ALL:
      return operation(op, operand(expression.lexpr), make(Kind::other, "all", operand(expression.rexpr)));
    case AEXPR_NULLIF:
      return make(Kind::other, "nullif", {operand(expression.lexpr), operand(expression.rexpr)});
    case AEXPR_DISTINCT:
    case AEXPR_NOT_DISTINCT:
      return read_distinct(expression);
    case AEXPR_OP:
    case AEXPR_LIKE:
    case AEXPR_ILIKE:
    case AEXPR_SIMILAR:
      if (!expression.lexpr) return make(Kind::operation, op, operand(expression.rexpr));
      return compare_rows_or(op, operand(expression.lexpr), operand(expression.rexpr));
    default:
      return opaque(reinterpret_cast<const Node*>(&expression));
  }
}

/// `a IS DISTINCT FROM NULL` is a test for NULL (make_nulltest_from_distinct): of the whole, where `a` is a row, and not of all
/// of its fields.
Expression ExpressionReader::read_distinct(const ::A_Expr& expression) {
  const bool is_negated = expression.kind == AEXPR_NOT_DISTINCT;
  Expression left = read(expression.lexpr), right = read(expression.rexpr);
  if (left.kind == Kind::null || right.kind == Kind::null)
    return make(Kind::other, is_negated ? "is null as a whole" : "is not null as a whole",
                right.kind == Kind::null ? std::move(left) : std::move(right));
  Expression distinct = compare_rows_or("is distinct from", std::move(left), std::move(right));
  return is_negated ? make(Kind::negation, {}, std::move(distinct)) : distinct;
}

/// Of the query itself; what it takes from around it is constant (contain_vars_of_level).
bool ExpressionReader::mentions_own_column(const Expression& expression) const {
  const bool is_of_item = expression.kind == Kind::other && expression.text.starts_with("of ");
  if (is_of_item || expression.kind == Kind::column) return !names_.is_outer || !names_.is_outer(expression);
  return std::any_of(expression.args.begin(), expression.args.end(),
                     [this](const Expression& arg) { return mentions_own_column(arg); });
}

/// `a IN (1, 2, b)` is `a = ANY (ARRAY[1, 2]) OR a = b`: what holds a column stands by itself, so does a lone constant.
Expression ExpressionReader::read_membership(const ::A_Expr& expression, std::string_view op) {
  const auto* list = as<::List>(expression.rexpr);
  if (!list) return opaque(reinterpret_cast<const Node*>(&expression));
  const bool is_in = op == "=";
  const Expression left = read(expression.lexpr);
  Args items = read_all(list);
  const auto joins_array = [&](const Expression& item) { return left.kind != Kind::row && !mentions_own_column(item); };
  Args terms;
  if (std::count_if(items.begin(), items.end(), joins_array) > 1) {
    const auto alone = std::stable_partition(items.begin(), items.end(), joins_array);
    Args together(std::make_move_iterator(items.begin()), std::make_move_iterator(alone));
    items.erase(items.begin(), alone);
    terms.push_back(operation(op, left, make(Kind::other, is_in ? "any" : "all", make(Kind::array, "in", std::move(together)))));
  }
  for (Expression& item : items) terms.push_back(compare_rows_or(std::string(op), left, std::move(item)));
  return junction(is_in ? Kind::any_of : Kind::all_of, std::move(terms));
}

Expression ExpressionReader::read_range(const ::A_Expr& expression) {
  const Expression value = read(expression.lexpr);
  const Args bounds = read_all(as<::List>(expression.rexpr));
  const bool is_negated = expression.kind == AEXPR_NOT_BETWEEN || expression.kind == AEXPR_NOT_BETWEEN_SYM;
  const bool is_symmetric = expression.kind == AEXPR_BETWEEN_SYM || expression.kind == AEXPR_NOT_BETWEEN_SYM;
  const Kind within = is_negated ? Kind::any_of : Kind::all_of;
  const Kind either_way = is_negated ? Kind::all_of : Kind::any_of;
  const auto compare = [&](const Expression& low, const Expression& high) {
    return junction(within, {operation(is_negated ? "<" : ">=", value, low), operation(is_negated ? ">" : "<=", value, high)});
  };
  if (!is_symmetric) return compare(bounds[0], bounds[1]);
  return junction(either_way, {compare(bounds[0], bounds[1]), compare(bounds[1], bounds[0])});
}

Expression ExpressionReader::read_boolean(const ::BoolExpr& expression) {
  Args args = read_all(expression.args);
  if (expression.boolop == NOT_EXPR) return make(Kind::negation, {}, std::move(args));
  return junction(expression.boolop == AND_EXPR ? Kind::all_of : Kind::any_of, std::move(args));
}

Expression ExpressionReader::read_case(const ::CaseExpr& expression) {
  Args args;
  if (expression.arg) args.push_back(read(reinterpret_cast<Node*>(expression.arg)));
  for (const Node* node : nodes_of(expression.args)) {
    const auto* when = as<::CaseWhen>(node);
    args.push_back(read(reinterpret_cast<Node*>(when->expr)));
    args.push_back(read(reinterpret_cast<Node*>(when->result)));
  }
  args.push_back(expression.defresult ? read(reinterpret_cast<Node*>(expression.defresult)) : make(Kind::null));
  return make(Kind::choice, expression.arg ? "simple" : "searched", std::move(args));
}

}  // namespace pgplumb
