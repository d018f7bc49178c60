// EXECUTE: what it executes is evaluated, and run where all of it is known.
#include "statements/do_block/block_runner.h"
#include "statements/do_block/called.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/own_queries.h"
#include "statements/uncompared.h"
#include "statements/words.h"

namespace pgplumb {

/// Of a statement of which that is known: that its kind is not compared, whatever it is of.
std::string BlockRunner::why_not_run(const std::string& known) {
  std::string_view why = "what it executes is put together at run time";
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) {
    if (const auto one = why_uncompared(session_, parsed.node->stmt); !one.empty()) why = one;
  };
  visitor.problem = [](const SyntaxProblem&) {};
  if (effect_of_known(known) == Effect::uncompared) parse_script(known, visitor);
  return std::string(why);
}

BlockRunner::Flow BlockRunner::run_execute(const PlStatement& execute) {
  const Value sql = evaluate_expression(session_, variables_, text_of(execute));
  if (takes_rows(execute, body_)) return take_rows(execute, sql);
  const bool is_about_rows = sql.is_known() && effect_of(sql.text) == Effect::none && !is_call(sql.text);
  if (is_about_rows) return run_calls(session_, parameters_of(execute), sql.text), Flow::goes_on;
  if (sql.is_known()) return run_sql(sql.text, std::nullopt);
  forget_assigned(variables_, execute);
  const std::string known = known_text(text_of(execute), sql);
  if (effect_of_known(known) != Effect::none) report(execute, "dynamic EXECUTE", why_not_run(known));
  if (const auto text = with_values_put_in(known); text && effect_of_known(known) == Effect::compared) try_sql(*text);
  doubt_executed(session_, execute, sql, around());
  session_.privileges_uncertain |= may_grant_known(known);
  return Flow::goes_on;
}

Variables BlockRunner::parameters_of(const PlStatement& execute) {
  const std::string_view rest = execute.rest.of(body_);
  const auto words = cut_into_words(rest);
  if (words.empty()) return {};
  const bool has_keyword = words.front().is("using");
  const auto values = evaluate_query(session_, variables_, as_query(has_keyword ? rest.substr(words.front().end) : rest));
  Variables parameters;
  for (std::size_t i = 0; values && !values->empty() && i < values->front().size(); ++i)
    parameters.set("$" + std::to_string(i + 1), values->front()[i].second);
  return parameters;
}

/// What it makes is there, though not known in full: of a view not even the columns.
void BlockRunner::try_sql(const std::string& sql) {
  const Session::Mark mark = session_.mark();
  const std::size_t declared_before = session_.draft().declared_count();
  try {
    run_sql(sql, std::nullopt);
    make_declared_uncertain(session_, declared_before);
  } catch (const StatementFailure&) {
    session_.rollback(mark);
  }
}

BlockRunner::Flow BlockRunner::take_rows(const PlStatement& execute, const Value& sql) {
  const Variables parameters = parameters_of(execute);
  forget_assigned(variables_, execute);
  if (!sql.is_known()) return Flow::goes_on;
  run_calls(session_, parameters, sql.text);
  set_found(execute.targets, evaluate_query(session_, parameters, sql.text));
  return Flow::goes_on;
}

}  // namespace pgplumb
