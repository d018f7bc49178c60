#include "statements/do_block/condition.h"

#include "statements/do_block/evaluator.h"

namespace pgplumb {

namespace {

Value evaluate_expression(Session& session, std::string_view expression) {
  Value value;
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& statement) {
    const auto* select = as<SelectStmt>(statement.node->stmt);
    const auto targets = nodes_of(select ? select->targetList : nullptr);
    if (targets.size() == 1) value = Evaluator(session).evaluate(as<ResTarget>(targets.front())->val);
  };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script("SELECT (" + std::string(expression) + ")", visitor);
  return value;
}

}  // namespace

std::optional<bool> evaluate_condition(Session& session, std::string_view condition) {
  const Value value = evaluate_expression(session, condition);
  if (value.state == Value::State::unknown) return std::nullopt;
  return value.is_true();
}

std::optional<std::string> evaluate_text(Session& session, std::string_view expression) {
  const Value value = evaluate_expression(session, expression);
  return value.is_known() ? std::optional(value.text) : std::nullopt;
}

}  // namespace pgplumb
