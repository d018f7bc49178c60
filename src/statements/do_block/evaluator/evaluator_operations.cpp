// Operators, and what they ask of constraints.
#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "sql/canonical/literals/literals.h"
#include "statements/do_block/catalog_rows/check_text.h"
#include "statements/do_block/catalog_rows/column_rows.h"
#include "statements/do_block/catalog_rows/constraint_definition.h"
#include "statements/do_block/evaluator/evaluator.h"
#include "statements/do_block/evaluator/moments.h"
#include "statements/do_block/evaluator/text_functions.h"

namespace pgplumb {

namespace {

constexpr const char* division_by_zero = "22012";

Value number_operation(std::string_view name, const std::string& left, const std::string& right) {
  if (!is_number(left) || !is_number(right)) return Value::unknown();
  const long long a = std::stoll(left), b = std::stoll(right);
  if ((name == "/" || name == "%") && b == 0) fail(division_by_zero, "division by zero");
  if (name == ">") return Value::of(a > b);
  if (name == "<") return Value::of(a < b);
  if (name == ">=") return Value::of(a >= b);
  if (name == "<=") return Value::of(a <= b);
  if (name == "+") return Value::of(std::to_string(a + b));
  if (name == "-") return a >= b ? Value::of(std::to_string(a - b)) : Value::unknown();
  if (name == "/") return Value::of(std::to_string(a / b));
  if (name == "%") return Value::of(std::to_string(a % b));
  constexpr long long most = 3'000'000'000;  // of which the square fits
  if (name == "*" && a < most && b < most) return Value::of(std::to_string(a * b));
  return Value::unknown();
}

/// text ~ expression, and !~; in any case with a star behind.
Value pattern_operation(std::string_view name, std::string text, const std::string& expression) {
  auto pattern = plain_pattern(expression);
  const bool negated = name.starts_with('!'), in_any_case = name.ends_with('*');
  if (!pattern || (name != "~" && name != "!~" && !in_any_case)) return Value::unknown();
  if (in_any_case) text = lower_case(text), pattern->text = lower_case(pattern->text);
  return Value::of((place_of(*pattern, text) != std::string::npos) != negated);
}

/// Of a text that is known in part: what no pattern with another beginning matches.
bool surely_begins_otherwise(const Value& text, const std::string& pattern) {
  const std::string begin = text.text.substr(0, text.text.find(Value().part()));
  const std::string known = pattern.substr(0, pattern.find_first_of("%_\\"));
  const std::size_t shorter = std::min(begin.size(), known.size());
  return text.is_something && begin.substr(0, shorter) != known.substr(0, shorter);
}

/// Of a text of which the end is known: what a pattern matches that leaves the beginning open.
bool surely_ends_so(const Value& text, const std::string& pattern) {
  const auto gap = text.text.rfind(Value().part());
  return text.is_something && gap != std::string::npos && pattern.starts_with('%') &&
         matches(std::string_view(text.text).substr(gap + Value().part().size()), pattern);
}

}  // namespace

Value are_equal(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return Value::null();
  if (a.is_known() && b.is_known() && a.is_boolean != b.is_boolean)
    return Value::of(boolean_literal(a.as_text()) == boolean_literal(b.as_text()));
  if (a.is_known() && b.is_known()) return Value::of(a.text == b.text);
  if (a.place > 0 && b.place > 0) return Value::of(a.place == b.place);
  const Value &whole = a.is_known() ? a : b, &in_part = a.is_known() ? b : a;
  const bool differ = whole.is_known() && in_part.is_something && !in_part.may_be(whole.text);
  return differ ? Value::of(false) : Value::unknown();
}

Value Evaluator::logic_value(const BoolExpr* logic) {
  if (logic->boolop == NOT_EXPR) {
    const Value inner = evaluate(nodes_of(logic->args).front());
    return inner.is_known() ? Value::of(!inner.is_true()) : inner;
  }
  // One false decides AND, one true decides OR, whatever the others are.
  const bool deciding = logic->boolop == OR_EXPR;
  Value result = Value::of(!deciding);
  for (const Node* arg : nodes_of(logic->args)) {
    const Value value = evaluate(arg);
    if (deciding ? value.is_true() : value.is_not_true()) return Value::of(deciding);
    if (!value.is_known()) result = value.is_null() && result.is_known() ? Value::null() : Value::unknown();
  }
  return result;
}

/// CASE, with or without a value that its branches compare with.
Value Evaluator::chosen_value(const CaseExpr* choice) {
  const Value compared = choice->arg ? evaluate(reinterpret_cast<const Node*>(choice->arg)) : Value::of(true);
  if (!compared.is_known() && !compared.is_null()) return Value::unknown();
  for (const Node* node : nodes_of(choice->args)) {
    const auto* branch = as<CaseWhen>(node);
    const Value value = evaluate(reinterpret_cast<const Node*>(branch->expr));
    if (!value.is_known() && !value.is_null()) return Value::unknown();
    const bool is_it = value.is_known() && compared.is_known() && value.text == compared.text;
    if (is_it) return evaluate(reinterpret_cast<const Node*>(branch->result));
  }
  return choice->defresult ? evaluate(reinterpret_cast<const Node*>(choice->defresult)) : Value::null();
}

namespace {

/// `attnum > 0`, which all columns are but the server's own.
bool asks_for_own_columns(const A_Expr* operation) {
  const auto* column = as<::ColumnRef>(operation->lexpr);
  const auto* bound = as<A_Const>(operation->rexpr);
  return column && bound && text_of(nodes_of(column->fields).back()) == "attnum" &&
         text_of(nodes_of(operation->name).back()) == ">" && constant_value(bound).text == "0";
}

}  // namespace

Value Evaluator::operation_value(const A_Expr* operation) {
  if (operation->kind == AEXPR_IN) return in_list(operation);
  if (operation->kind == AEXPR_BETWEEN || operation->kind == AEXPR_NOT_BETWEEN) return is_between(operation);
  if (operation->kind == AEXPR_OP_ANY) return is_any_of(operation);
  if (operation->kind == AEXPR_OP_ALL) return differs_from_all(operation);
  if (operation->kind == AEXPR_NULLIF) return null_if_equal(operation);
  if (operation->kind == AEXPR_LIKE || operation->kind == AEXPR_ILIKE) return is_like(operation);
  if (operation->kind != AEXPR_OP || !operation->lexpr) return Value::unknown();
  const Value left = evaluate(operation->lexpr), right = evaluate(operation->rexpr);
  if (asks_for_own_columns(operation)) return Value::of(!left.text.starts_with('-'));
  if (left.state == Value::State::null || right.state == Value::State::null) return Value::null();
  const std::string_view name = text_of(nodes_of(operation->name).back());
  if (name == "||") return join(left, right);
  const Value equal = are_equal(left, right);
  if (name == "=") return equal;
  if (name == "<>") return equal.is_known() ? Value::of(!equal.is_true()) : equal;
  if (!left.is_known() || !right.is_known()) return Value::unknown();
  if (name.find('~') != std::string_view::npos) return pattern_operation(name, left.as_text(), right.text);
  const Value number = number_operation(name, left.text, right.text);
  return number.is_known() ? number : moment_operation(name, left, right);
}

Value Evaluator::in_list(const A_Expr* operation) {
  const Value left = evaluate(operation->lexpr);
  const bool negated = text_of(nodes_of(operation->name).back()) == "<>";
  if (left.is_null()) return left;
  for (const Node* item : nodes_of(reinterpret_cast<const List*>(operation->rexpr))) {
    const Value equal = are_equal(evaluate(item), left);
    if (!equal.is_known()) return Value::unknown();
    if (equal.is_true()) return Value::of(!negated);
  }
  return Value::of(negated);
}

Value Evaluator::is_between(const A_Expr* operation) {
  const auto bounds = nodes_of(reinterpret_cast<const List*>(operation->rexpr));
  const Value value = evaluate(operation->lexpr), low = evaluate(bounds.front()), high = evaluate(bounds.back());
  if (!value.is_known() || !low.is_known() || !high.is_known()) return Value::unknown();
  const Value above = number_operation(">=", value.text, low.text), below = number_operation("<=", value.text, high.text);
  if (!above.is_known() || !below.is_known()) return Value::unknown();
  return Value::of((above.is_true() && below.is_true()) == (operation->kind == AEXPR_BETWEEN));
}

/// `x = ANY (ARRAY[…])`
Value Evaluator::is_any_of(const A_Expr* operation) {
  const Value left = evaluate(operation->lexpr);
  if (const auto is_in = is_in_key(left, operation->rexpr)) return *is_in;
  const auto right = elements(operation->rexpr);
  if (!right || text_of(nodes_of(operation->name).back()) != "=") return Value::unknown();
  bool is_undecided = false;
  for (const Value& element : *right) {
    const Value equal = are_equal(left, element);
    if (equal.is_true()) return equal;
    is_undecided |= !equal.is_known();
  }
  return is_undecided ? Value::unknown() : Value::of(false);
}

/// `x <> ALL (ARRAY[…])`
Value Evaluator::differs_from_all(const A_Expr* operation) {
  const Value left = evaluate(operation->lexpr);
  const auto right = elements(operation->rexpr);
  if (!right || !left.is_known() || text_of(nodes_of(operation->name).back()) != "<>") return Value::unknown();
  return Value::of(std::none_of(right->begin(), right->end(), [&](const Value& one) { return are_equal(left, one).is_true(); }));
}

Value Evaluator::null_if_equal(const A_Expr* operation) {
  const Value value = evaluate(operation->lexpr), other = evaluate(operation->rexpr);
  if (value.is_null() || other.is_null()) return value;
  const Value equal = are_equal(value, other);
  return !equal.is_known() ? Value::unknown() : equal.is_true() ? Value::null() : value;
}

/// `attnum = ANY (conkey)`; nothing for anything else.
std::optional<Value> Evaluator::is_in_key(const Value& column, const Node* key) const {
  const auto* reference = as<::ColumnRef>(key);
  if (!reference || text_of(nodes_of(reference->fields).back()) != "conkey") return std::nullopt;
  const Symbol* constraint = subject_of(key);
  if (!session_.is_known(constraint) || column.place == 0) return Value::unknown();
  const auto columns = columns_of_constraint(session_, constraint);
  return Value::of(std::any_of(columns.begin(), columns.end(), [&](const Symbol* one) { return one->number == column.place; }));
}

/// LIKE and NOT LIKE, whose operators are ~~ and !~~.
Value Evaluator::is_like(const A_Expr* operation) {
  const Value text = evaluate(operation->lexpr), pattern = evaluate(operation->rexpr);
  if (!pattern.is_known()) return Value::unknown();
  const bool negated = text_of(nodes_of(operation->name).back()).starts_with('!');
  const bool in_any_case = operation->kind == AEXPR_ILIKE;
  if (!in_any_case && surely_begins_otherwise(text, pattern.text)) return Value::of(negated);
  if (!text.is_known() && surely_ends_so(text, pattern.text)) return Value::of(!negated);
  if (!text.is_known()) {
    const auto* constraint = constraint_printed_by(operation->lexpr);
    const auto found = check_text_matches(session_.draft(), constraint, pattern.text, in_any_case);
    return found ? Value::of(*found != negated) : Value::unknown();
  }
  const bool found =
      in_any_case ? matches(lower_case(text.as_text()), lower_case(pattern.text)) : matches(text.as_text(), pattern.text);
  return Value::of(found != negated);
}

/// That of `pg_get_constraintdef(oid)`; null for what is none, or not known.
const Symbol* Evaluator::constraint_printed_by(const Node* text) {
  const auto* call = as<FuncCall>(text);
  if (!call || qualified_name(call->funcname).name != "pg_get_constraintdef" || nodes_of(call->args).empty()) return nullptr;
  const Draft::Item* constraint = object_numbered(evaluate(nodes_of(call->args).front()));
  return constraint && session_.is_known(constraint->symbol) ? constraint->symbol : nullptr;
}

const Draft::Item* Evaluator::object_numbered(const Value& number) const {
  const std::size_t which = number.is_known() && is_number(number.text) ? std::stoul(number.text) : 0;
  return which == 0 || which > session_.draft().declared_count() ? nullptr : session_.draft().declared(which);
}

Value Evaluator::definition_of_constraint(const Value& number) const {
  const Draft::Item* constraint = object_numbered(number);
  const auto definition = constraint ? constraint_definition(session_, constraint->symbol) : std::nullopt;
  return definition ? Value::of(*definition) : Value::unknown();
}

}  // namespace pgplumb
