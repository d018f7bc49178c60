// What the statements of a block do. Its SQL is applied where the conditions
// around it hold.
#include "statements/do_block/block_runner.h"

#include <array>

#include "statements/apply.h"
#include "statements/do_block/called.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/doubt/undecided.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/evaluator/declared_type.h"
#include "statements/do_block/missing_functions.h"
#include "statements/do_block/own_queries.h"
#include "statements/statements.h"
#include "statements/words.h"

namespace pgplumb {

BlockRunner::Flow BlockRunner::run(const std::vector<PlStatement>& statements) {
  for (const PlStatement& statement : statements)
    if (const Flow flow = run_statement(statement); flow != Flow::goes_on) return flow;
  return Flow::goes_on;
}

BlockRunner::Flow BlockRunner::run_statement(const PlStatement& statement) {
  if (may_have_left_ && effect_of(session_, statement, body_) == Effect::compared)
    return give_up(statement, "DDL behind a RETURN", "whether it is reached cannot be told from the files");
  switch (statement.kind) {
    case Kind::sql:
      return run_sql(text_of(statement), offset_ ? std::optional(*offset_ + statement.text.begin) : std::nullopt, variables_);
    case Kind::query:
      return run_query(statement);
    case Kind::assign:
      return assign(statement);
    case Kind::execute:
      return run_execute(statement);
    case Kind::block:
      return run_block(statement);
    case Kind::choice:
      return run_choice(statement);
    case Kind::loop:
      return run_loop(statement);
    case Kind::raise:
      return raise(statement);
    case Kind::leave:
      return leave(statement);
    case Kind::exit:
    case Kind::next:
      return exit_loop(statement);
    case Kind::commit:
      committed_ = session_.mark();
      return Flow::goes_on;
    case Kind::rollback:
      session_.rollback(committed_);
      return Flow::goes_on;
    case Kind::unread:
      run_own_calls(statement);
      forget_assigned(variables_, statement);
      return Flow::goes_on;
    case Kind::other:
      run_own_calls(statement);
      return Flow::goes_on;
  }
  return Flow::goes_on;
}

BlockRunner::Flow BlockRunner::run_sql(std::string_view sql, std::optional<std::size_t> at, Variables& seen) {
  // A query may have variables in it, and changes no schema. How many rows it
  // finds is not known.
  seen.forget("found");
  if (begins_with_one_of(sql, std::array{"call"}))
    return run_procedure(session_, {seen, committed_}, std::string(sql)), Flow::goes_on;
  if (effect_of(sql) == Effect::none) return run_calls(session_, seen, std::string(sql)), Flow::goes_on;
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) { apply(parsed, at, seen); };
  visitor.problem = [](const SyntaxProblem& problem) { fail(sqlstate::syntax_error, problem.message); };
  parse_script(sql, visitor);
  return Flow::goes_on;
}

void BlockRunner::apply(const ParsedStatement& parsed, std::optional<std::size_t> at, const Variables& seen) {
  ParsedStatement placed = parsed;
  placed.begin = at ? *at + parsed.begin : outer_.statement->begin;
  placed.location_base = at ? *at + parsed.location_base : outer_.statement->begin;
  session_.enter({outer_.script, &placed});
  try {
    if (taking_missing_functions_ > 0) require_functions(session_, parsed.node->stmt);
    run_calls_that_fill(session_, seen, parsed.node->stmt);
    apply_statement(session_, parsed.node->stmt);
  } catch (StatementFailure& failure) {
    if (!failure.at) failure.at = session_.at();
    session_.enter(outer_);
    throw;
  }
  session_.enter(outer_);
}

BlockRunner::Flow BlockRunner::run_query(const PlStatement& query) {
  const std::string select = select_of(query, body_);
  run_calls(session_, variables_, select);
  apply_settings(select);
  const auto rows = evaluate_query(session_, variables_, select);
  if (query.is_strict && rows && rows->empty()) fail("P0002", "query returned no rows");
  if (query.is_strict && rows && rows->size() > 1) fail("P0003", "query returned more than one row");
  variables_.set("found", rows ? Value::of(!rows->empty()) : Value::unknown());
  set_found(query.targets, rows);
  return Flow::goes_on;
}

void BlockRunner::set_found(const std::vector<std::string>& targets, const std::optional<std::vector<ResultRow>>& rows) {
  for (std::size_t i = 0; i < targets.size(); ++i) {
    variables_.forget(targets[i]);
    pgplumb::assign(session_, variables_, targets[i], value_found(rows, i));
  }
  if (rows && !rows->empty() && targets.size() == 1) variables_.set(targets.front(), rows->front());
}

void BlockRunner::apply_settings(std::string_view select) {
  if (select.find("set_config") == std::string_view::npos) return;
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) {
    if (const auto* statement = as<SelectStmt>(parsed.node->stmt)) read_set_config(session_, variables_, statement);
  };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script(select, visitor);
}

Value BlockRunner::value_found(const std::optional<std::vector<ResultRow>>& rows, std::size_t column) {
  if (!rows) return Value::unknown();
  if (rows->empty()) return Value::null();
  return column < rows->front().size() ? rows->front()[column].second : Value::unknown();
}

BlockRunner::Flow BlockRunner::assign(const PlStatement& assignment) {
  const std::string_view value = text_of(assignment);
  const std::string& target = assignment.targets.front();
  run_own_calls(assignment);
  const auto elements = value.empty() ? std::nullopt : evaluate_array(session_, variables_, value);
  const Value scalar = value.empty() ? Value::null() : evaluate_expression(session_, variables_, value);
  variables_.forget(target);
  const std::string_view type = assignment.type.of(body_);
  if (!type.empty()) variables_.declare(target, declared_type(session_, variables_, type));
  if (elements) pgplumb::assign(session_, variables_, target, *elements);
  pgplumb::assign(session_, variables_, target, scalar);
  return Flow::goes_on;
}

void BlockRunner::run_own_calls(const PlStatement& statement) {
  for (const std::string& query : own_queries(statement, body_)) run_calls(session_, variables_, query);
}

BlockRunner::Flow BlockRunner::leave(const PlStatement& statement) {
  const auto words = cut_into_words(text_of(statement));
  run_own_calls(statement);
  if (words.size() > 1) returned_ = evaluate_expression(session_, variables_, text_of(statement).substr(words.front().end));
  return Flow::leaves;
}

BlockRunner::Flow BlockRunner::run_execute(const PlStatement& execute) {
  run_own_calls(execute);
  Executed executed = executed_by(session_, variables_, execute, body_);
  const Value& sql = executed.sql;
  if (takes_rows(execute)) return take_rows(execute, executed);
  if (sql.is_known()) return run_sql(sql.text, std::nullopt, executed.parameters);
  const std::string known = known_text(text_of(execute), sql);
  if (effect_of_known(known) != Effect::none) report(execute, "dynamic EXECUTE", "what it executes is put together at run time");
  if (const auto text = with_values_put_in(known); text && effect_of_known(known) == Effect::compared) try_sql(*text);
  doubt_executed(session_, execute, sql, {*outermost_, body_});
  session_.privileges_uncertain |= may_grant_known(known);
  return Flow::goes_on;
}

/// What it makes is there, though not known in full: of a view not even the columns.
void BlockRunner::try_sql(const std::string& sql) {
  const Session::Mark mark = session_.mark();
  const std::size_t declared_before = session_.draft().declared_count();
  try {
    Variables none;
    run_sql(sql, std::nullopt, none);
    make_declared_uncertain(session_, declared_before);
  } catch (const StatementFailure&) {
    session_.rollback(mark);
  }
}

BlockRunner::Flow BlockRunner::take_rows(const PlStatement& execute, const Executed& executed) {
  const auto& [sql, parameters] = executed;
  forget_assigned(variables_, execute);
  if (!sql.is_known()) return doubt_calls(session_, known_text(text_of(execute), sql)), Flow::goes_on;
  run_calls(session_, parameters, sql.text);
  set_found(execute.targets, evaluate_query(session_, parameters, sql.text));
  return Flow::goes_on;
}

void BlockRunner::report(const PlStatement& statement, const char* what, const char* why) {
  const int location = offset_ ? static_cast<int>(*offset_ + statement.whole.begin - outer_.statement->location_base) : -1;
  const auto& before = session_.collected_not_compared;
  if (location < 0 && !before.empty() && before.back().at == session_.at() && before.back().why == why) return;
  session_.not_compared(std::string(what_) + ": " + what, why, location);
}

}  // namespace pgplumb
