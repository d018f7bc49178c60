// Conditions that the script itself answers: of values that are known, without a call.
#include <pgplumb/pattern.h>

#include <algorithm>
#include <array>

#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

namespace {

bool calls_something(Slice expression) {
  for (std::size_t i = 1; i < expression.size(); ++i)
    if (expression[i].is_group("(") && expression[i - 1].kind == Token::Kind::word && !is_control_word(expression[i - 1]))
      return true;
  return std::any_of(expression.begin(), expression.end(), [](const Token& token) { return calls_something(token.inner); });
}

bool is_one_of(const Token& token, std::initializer_list<std::string_view> spellings) {
  return token.kind != Token::Kind::literal && std::find(spellings.begin(), spellings.end(), token.text) != spellings.end();
}

std::size_t find_any(Slice tokens, std::initializer_list<std::string_view> spellings) {
  return static_cast<std::size_t>(
      std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) { return is_one_of(token, spellings); }) -
      tokens.begin());
}

/// `if (a)`, `elif a:`, `else if a` without the words around.
Slice asked(Slice condition) {
  condition = without_line_ends(condition);
  while (!condition.empty() && is_one_of(condition.front(), {"if", "elif", "else"})) condition = condition.subspan(1);
  if (!condition.empty() && condition.back().is_sign(":")) condition = condition.first(condition.size() - 1);
  condition = without_line_ends(condition);
  return condition.size() == 1 && condition.front().is_group("(") ? without_line_ends(condition.front().inner) : condition;
}

/// Where `:` stands that belongs to the `?` at `at`.
std::size_t colon_of(Slice expression, std::size_t at) {
  for (std::size_t open = 0, i = at; i < expression.size(); ++i) {
    if (expression[i].is_sign("?")) ++open;
    if (expression[i].is_sign(":") && --open == 0) return i;
  }
  return expression.size();
}

}  // namespace

std::optional<bool> Interpreter::truth_of(Slice condition) {
  condition = asked(condition);
  if (condition.empty() || calls_something(condition)) return std::nullopt;
  for (const bool any : {true, false}) {
    const std::size_t at = any ? find_any(condition, {"||", "or"}) : find_any(condition, {"&&", "and"});
    if (at >= condition.size()) continue;
    const auto left = truth_of(condition.first(at)), right = truth_of(condition.subspan(at + 1));
    if (left == any || right == any) return any;
    return left && right ? std::optional(!any) : std::nullopt;
  }
  const auto first = std::find_if_not(condition.begin(), condition.end(), [](const Token& token) {
    return is_one_of(token, {"!", "not"});
  });
  const auto negations = static_cast<std::size_t>(first - condition.begin());
  const auto truth = truth_of_comparison(condition.subspan(negations));
  return truth ? std::optional(*truth != (negations % 2 == 1)) : std::nullopt;
}

std::optional<bool> Interpreter::truth_of_comparison(Slice condition) {
  const std::size_t at = find_any(condition, {"===", "==", "!==", "!="});
  if (at < condition.size()) {
    const Value left = evaluate(condition.first(at)), right = evaluate(condition.subspan(at + 1));
    if (!left.is_wholly_known() || !right.is_wholly_known()) return std::nullopt;
    return (left.plain() == right.plain()) == (condition[at].text.front() == '=');
  }
  if (find_any(condition, {"<", ">", "<=", ">=", "in", "is", "?", "??"}) < condition.size()) return std::nullopt;
  const bool asks_length = condition.size() > 2 && condition.back().is_word("length");
  const Value value = evaluate(asks_length ? condition.first(condition.size() - 2) : condition);
  if (value.kind == Value::Kind::constant) return value.plain() == "True" || value.plain() == "true";  // else None, null …
  if (value.is_collection()) return !value.items.empty() || (language_.name != "python" && !asks_length);
  if (!value.is_wholly_known()) return std::nullopt;
  return !value.plain().empty() && !(value.is_sql && value.plain() == "0");
}

/// `a ? b : c`, `b if a else c`: none where the expression is none of these, or it is not known which of the two.
std::optional<Value> Interpreter::evaluate_choice(Slice expression) {
  const bool has_words = language_.has_blocks_by_indentation;
  const std::size_t first = has_words ? find_word(expression, "if") : find_sign(expression, "?");
  if (first == 0 || first >= expression.size()) return std::nullopt;
  const std::size_t second = has_words ? find_word(expression, "else") : colon_of(expression, first);
  if (second <= first || second >= expression.size()) return std::nullopt;
  const Slice before = expression.first(first), between = expression.subspan(first + 1, second - first - 1);
  const auto truth = truth_of(has_words ? between : before);
  if (!truth) return std::nullopt;
  const Slice if_true = has_words ? before : between, if_false = expression.subspan(second + 1);
  ignore(*truth ? if_false : if_true);
  return evaluate(*truth ? if_true : if_false);
}

/// What the guard asks for by name has to be there.
void Interpreter::require(Slice guard, bool holds) {
  if (asks_for_what_is_there(written(guard), holds)) require_names_in(guard);
}

/// `'calls' in tables`, `columnExists(knex, table, 'sid')`: literals, and what a call is given that is known; but not the keys of
/// what it gives.
void Interpreter::require_names_in(Slice tokens) {
  for (const Token& token : tokens) {
    if (token.is_literal()) require_name(evaluate_literal(token));
    if (!token.is_group("(")) continue;
    for (const Slice argument : split(token.inner, ",")) {
      if (argument.size() > 1 || calls_something(argument)) require_names_in(argument);
      if (!calls_something(argument)) require_name(evaluate(argument));
    }
  }
}

void Interpreter::require_name(const Value& name) {
  static const Pattern word(R"([A-Za-z_]\w*)");
  if (name.is_wholly_known() && name.plain() != "public" && word.matches(name.plain())) under_.required.push_back(name.plain());
}

/// What is assigned where it may not be reached is not known behind it. Lists keep what is added to them: all of it is needed,
/// or none.
void Interpreter::forget_assigned(std::size_t since) {
  for (std::size_t i = since; i < assigned_.size(); ++i) {
    const auto& [scope, name] = assigned_[i];
    if (scope >= scopes_.size()) continue;
    const auto variable = scopes_[scope].find(name);
    if (variable != scopes_[scope].end() && !variable->second.is_collection()) variable->second = {};
  }
}

}  // namespace pgplumb::scripts
