// EXECUTE: what it executes is evaluated, and run where all of it is known.
#include "statements/do_block/block_runner.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/executed.h"
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
  run_own_calls(execute);
  if (takes_rows(execute)) return take_rows(execute);
  Executed executed = executed_by(session_, variables_, execute, body_);
  const Value& sql = executed.sql;
  if (sql.is_known()) return run_sql(sql.text, std::nullopt, executed.parameters);
  const std::string known = known_text(text_of(execute), sql);
  if (effect_of_known(known) != Effect::none) report(execute, "dynamic EXECUTE", why_not_run(known));
  if (const auto text = with_values_put_in(known); text && effect_of_known(known) == Effect::compared) try_sql(*text);
  doubt_executed(session_, execute, sql, around());
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

BlockRunner::Flow BlockRunner::take_rows(const PlStatement& execute) {
  const auto rows = rows_executed(session_, variables_, execute, body_);
  forget_assigned(variables_, execute);
  set_found(execute.targets, rows);
  return Flow::goes_on;
}

}  // namespace pgplumb
