// What the statements of a block do. Its SQL is applied where the conditions
// around it hold.
#include "statements/do_block/block_runner.h"

#include <algorithm>

#include "statements/apply.h"
#include "statements/do_block/called.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/evaluator/declared_type.h"
#include "statements/do_block/executed.h"
#include "statements/do_block/missing_names.h"
#include "statements/do_block/own_queries.h"
#include "statements/do_block/texts.h"
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
    case Kind::give:
      return give(statement);
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
  if (is_call(sql)) return run_procedure(session_, {seen, committed_}, std::string(sql)), Flow::goes_on;
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
    if (session_.handled.missing_functions > 0) require_functions(session_, parsed.node->stmt);
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
  read_text(session_, select, visitor);
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
  const bool has_value = words.size() > 1;
  run_own_calls(statement);
  if (!has_value) return Flow::leaves;
  returned_expression_ = text_of(statement).substr(words[1].begin);
  returned_ = evaluate_expression(session_, variables_, returned_expression_);
  returned_elements_ = evaluate_array(session_, variables_, returned_expression_);
  return Flow::leaves;
}

/// RETURN NEXT value, RETURN QUERY select: of rows of one column, what is in it.
BlockRunner::Flow BlockRunner::give(const PlStatement& statement) {
  run_own_calls(statement);
  std::optional<std::vector<ResultRow>> rows;
  if (executes(statement))
    rows = rows_executed(session_, variables_, statement, body_);
  else if (const auto queries = own_queries(statement, body_); !queries.empty())
    rows = evaluate_query(session_, variables_, queries.front());
  if (gives_query(statement, body_)) variables_.set("found", rows ? Value::of(!rows->empty()) : Value::unknown());
  if (!rows) given_.reset();
  for (const ResultRow& row : rows.value_or(std::vector<ResultRow>())) {
    if (given_ && row.size() == 1 && row.front().second.is_known())
      given_->push_back(row.front().second);
    else
      given_.reset();
  }
  return Flow::goes_on;
}

void BlockRunner::report(const PlStatement& statement, const char* what, const std::string& why) {
  const int location = offset_ ? static_cast<int>(*offset_ + statement.whole.begin - outer_.statement->location_base) : -1;
  const std::string named = std::string(what_) + ": " + what;
  const auto& before = session_.collected_not_compared;
  const Position at = session_.at(location);
  // A loop may come to it many times.
  const bool is_named = std::any_of(before.rbegin(), before.rend(),
                                    [&](const NotCompared& one) { return one.at == at && one.why == why && one.what == named; });
  if (!is_named) session_.not_compared(named, why, location);
}

}  // namespace pgplumb
