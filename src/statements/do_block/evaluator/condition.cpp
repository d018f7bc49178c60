#include "statements/do_block/evaluator/condition.h"

#include "statements/do_block/evaluator/text_functions.h"
#include "statements/do_block/own_queries.h"
#include "statements/do_block/texts.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// Calls `read(select)` where the text is one SELECT.
template <class Read>
void with_select(Session& session, const std::string& text, const Read& read) {
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& statement) {
    if (const auto* select = as<SelectStmt>(statement.node->stmt)) read(select);
  };
  visitor.problem = [](const SyntaxProblem&) {};
  read_text(session, text, visitor);
}

/// Calls `read(node)` where the text is one expression.
template <class Read>
void with_expression(Session& session, std::string_view text, const Read& read) {
  with_select(session, as_query(text), [&](const SelectStmt* select) {
    const auto targets = nodes_of(select->targetList);
    if (targets.size() == 1 && !select->fromClause) read(as<ResTarget>(targets.front())->val);
  });
}

/// What '…' or $$…$$ holds, where that is all: most of what is executed is, and the parser is spared.
std::optional<std::string> only_literal(std::string_view expression) {
  const bool may_be = expression.starts_with('\'') || expression.starts_with('$');
  const auto words = may_be ? first_words(expression, 2) : std::vector<Word>();
  const bool is_one = words.size() == 1 && words.front().kind == Word::Kind::string;
  return is_one ? std::optional(words.front().text) : std::nullopt;
}

}  // namespace

Value evaluate_expression(Session& session, const Variables& variables, std::string_view expression) {
  if (const auto text = only_literal(expression)) return text_value(*text);
  Value value;
  with_expression(session, expression, [&](const Node* node) { value = Evaluator(session, variables).evaluate(node); });
  return value;
}

std::optional<std::vector<Value>> evaluate_array(Session& session, const Variables& variables, std::string_view expression) {
  std::optional<std::vector<Value>> elements;
  with_expression(session, expression, [&](const Node* node) { elements = Evaluator(session, variables).elements(node); });
  return elements;
}

std::optional<QueryResult> evaluate_slices(Session& session, const Variables& variables, std::string_view expression) {
  std::optional<QueryResult> slices;
  with_expression(session, expression, [&](const Node* node) { slices = Evaluator(session, variables).slices(node); });
  return slices;
}

std::optional<std::vector<Value>> evaluate_range(Session& session, const Variables& variables, std::string_view from,
                                                 std::string_view to) {
  return numbers_between(evaluate_expression(session, variables, from), evaluate_expression(session, variables, to));
}

std::optional<bool> evaluate_condition(Session& session, const Variables& variables, std::string_view condition) {
  const Value value = evaluate_expression(session, variables, condition);
  if (value.state == Value::State::unknown) return std::nullopt;
  return value.is_true();
}

std::optional<QueryResult> evaluate_rows(Session& session, const Variables& variables, const std::string& select) {
  std::optional<QueryResult> result;
  with_select(session, select, [&](const SelectStmt* statement) { result = Evaluator(session, variables).rows(statement); });
  return result;
}

std::optional<std::vector<ResultRow>> evaluate_query(Session& session, const Variables& variables, const std::string& select) {
  auto result = evaluate_rows(session, variables, select);
  return result && result->in_doubt.empty() ? std::optional(std::move(result->rows)) : std::nullopt;
}

ResultRow evaluate_any_row(Session& session, const Variables& variables, const std::string& select) try {
  ResultRow row;
  with_select(session, select, [&](const SelectStmt* statement) { row = Evaluator(session, variables).any_row(statement); });
  return row;
} catch (const StatementFailure&) {  // where it fails, it gives none
  return {};
}

}  // namespace pgplumb
