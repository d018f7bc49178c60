#include "statements/do_block/loop_rows.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <utility>

#include "statements/do_block/doubt/undecided.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/evaluator/declared_type.h"
#include "statements/do_block/evaluator/text_functions.h"
#include "statements/do_block/executed.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

constexpr std::string_view reverse = "reverse ";

std::optional<QueryResult> as_rows(const std::optional<std::vector<Value>>& values) {
  if (!values) return std::nullopt;
  QueryResult result;
  for (const Value& value : *values) result.rows.push_back({{"", value}});
  return result;
}

/// `3 BY 2`: the bound and the step.
std::pair<std::string_view, std::string_view> cut_at_by(std::string_view text) {
  for (const Word& word : cut_into_words(text))
    if (word.is("by")) return {text.substr(0, word.begin), text.substr(word.end)};
  return {text, "1"};
}

std::optional<std::vector<Value>> every(std::optional<std::vector<Value>> numbers, const Value& step) {
  if (!numbers || !step.is_known() || !is_number(step.text) || step.text == "0") return std::nullopt;
  std::vector<Value> chosen;
  for (std::size_t i = 0; i < numbers->size(); i += std::stoull(step.text)) chosen.push_back((*numbers)[i]);
  return chosen;
}

/// Those that may be found are few enough to be gone through one by one.
std::optional<QueryResult> unless_too_many(std::optional<QueryResult> result) {
  constexpr std::size_t most_in_doubt = 200;
  return result && result->in_doubt.size() <= most_in_doubt ? std::move(result) : std::nullopt;
}

std::vector<Value> values_of(const ResultRow& row) {
  std::vector<Value> values;
  for (const auto& column : row) values.push_back(column.second);
  return values;
}

}  // namespace

std::optional<QueryResult> rows_of_loop(Session& session, const Variables& variables, const PlStatement& loop,
                                        std::string_view body) {
  if (loop.over == PlStatement::Over::nothing) return std::nullopt;
  const std::string_view text = loop.text.of(body);
  if (loop.over == PlStatement::Over::array) return as_rows(evaluate_array(session, variables, text));
  if (loop.over == PlStatement::Over::slices) return evaluate_slices(session, variables, text);
  if (loop.over == PlStatement::Over::executed) {
    const auto [sql, parameters] = executed_by(session, variables, loop, body);
    return sql.is_known() ? unless_too_many(evaluate_rows(session, parameters, sql.text)) : std::nullopt;
  }
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return unless_too_many(evaluate_rows(session, variables, std::string(text)));
  const auto [last, step] = cut_at_by(text.substr(dots + 2));
  const std::string_view first = text.substr(0, dots);
  const bool is_reversed = lower_case(text).starts_with(reverse);
  auto numbers = is_reversed ? evaluate_range(session, variables, last, first.substr(reverse.size()))
                             : evaluate_range(session, variables, first, last);
  if (numbers && is_reversed) std::reverse(numbers->begin(), numbers->end());
  return as_rows(every(std::move(numbers), evaluate_expression(session, variables, step)));
}

void set_row(Session& session, Variables& variables, const PlStatement& loop, const ResultRow& row) {
  variables.set(loop.targets.front(), row);
  if (loop.over == PlStatement::Over::slices) return assign(session, variables, loop.targets.front(), values_of(row));
  for (std::size_t i = 0; i < loop.targets.size(); ++i)
    if (loop.targets.size() > 1 || row.size() == 1)
      assign(session, variables, loop.targets[i], i < row.size() ? row[i].second : Value());
}

void set_any_row(Session& session, Variables& variables, const PlStatement& loop, std::string_view body) {
  if (loop.kind != PlStatement::Kind::loop || loop.over != PlStatement::Over::rows_or_range) return;
  const ResultRow row = evaluate_any_row(session, variables, std::string(loop.text.of(body)));
  if (!row.empty()) set_row(session, variables, loop, row);
  for (const PlStatement& statement : loop.statements) forget_assigned(variables, statement);
}

}  // namespace pgplumb
