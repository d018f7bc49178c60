// Where a block goes: choices, loops, handlers.
#include <algorithm>
#include <utility>

#include "statements/do_block/block_runner.h"
#include "statements/do_block/called.h"
#include "statements/do_block/doubt/undecided.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/executed.h"
#include "statements/do_block/handlers.h"
#include "statements/do_block/loop_rows.h"
#include "statements/do_block/own_queries.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// The variables of a block or loop, which end with it: those around it that
/// are called alike are as they were.
class Scope {
 public:
  Scope(Variables& variables, std::vector<std::string> names)
      : variables_(variables), names_(std::move(names)), before_(names_.empty() ? Variables() : variables) {}
  ~Scope() {
    for (const std::string& name : names_) variables_.restore(name, before_);
  }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

 private:
  Variables& variables_;
  std::vector<std::string> names_;
  Variables before_;
};

/// Counts what is run inside of something.
class Inside {
 public:
  explicit Inside(int& depth, bool counts = true) : depth_(depth), count_(counts ? 1 : 0) { depth_ += count_; }
  ~Inside() { depth_ -= count_; }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  int& depth_;
  int count_;
};

/// The failure that a handler is about, as long as that runs.
class Handling {
 public:
  Handling(const StatementFailure*& place, const StatementFailure& failure)
      : place_(place), before_(std::exchange(place, &failure)) {}
  ~Handling() { place_ = before_; }
  Handling(const Handling&) = delete;
  Handling& operator=(const Handling&) = delete;

 private:
  const StatementFailure*& place_;
  const StatementFailure* before_;
};

std::vector<std::string> declared_in(const PlStatement& block) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < block.declared; ++i) names.push_back(block.statements[i].targets.front());
  return names;
}

/// FOR i IN 1..3 declares its variable.
std::vector<std::string> declared_by(const PlStatement& loop, std::string_view body) {
  const bool is_range = loop.over == PlStatement::Over::rows_or_range && loop.text.of(body).find("..") != std::string_view::npos;
  return is_range ? loop.targets : std::vector<std::string>();
}

}  // namespace

/// Without its handlers.
BlockRunner::Flow BlockRunner::run_body(const PlStatement& block) {
  const Inside of_functions(session_.handled.missing_functions, takes_missing_function(block));
  const Inside of_relations(session_.handled.missing_relations, takes_missing_relation(block));
  const Inside of_failures(session_.handled.failures, !block.branches.empty());
  return run(block.statements);
}

BlockRunner::Flow BlockRunner::run_block(const PlStatement& block) {
  const Scope scope(variables_, &block == outermost_ ? std::vector<std::string>() : declared_in(block));
  const Session::Mark mark = session_.mark();
  const std::size_t altered_before = session_.first_altered.size();
  const std::size_t declared_before = session_.draft().declared_count();
  try {
    const Flow flow = run_body(block);
    doubt_extensions(block, declared_before);
    doubt_handlers(block, declared_before);
    const bool alters_unknown = session_.first_altered.size() > altered_before;
    if (alters_unknown && takes(block, sqlstate::undefined_table))
      doubt_block(block, declared_before, "whether what it alters is there cannot be told from the files");
    else if (takes_violation(block, body_, session_.with_rows))
      doubt_block(block, declared_before, "whether rows refuse it cannot be told from the files");
    return flow;
  } catch (const StatementFailure& failure) {
    const auto handler = std::find_if(block.branches.begin(), block.branches.end(),
                                      [&](const PlStatement::Branch& branch) { return catches(branch, failure.sqlstate); });
    if (handler == block.branches.end()) throw;
    session_.rollback(mark);
    const Handling handling(handled_, failure);
    const Scope conditions(variables_, {"sqlstate"});
    variables_.set("sqlstate", Value::of(failure.sqlstate));
    return run(handler->statements);
  }
}

std::optional<bool> BlockRunner::holds(const PlStatement& choice, const PlStatement::Branch& branch) {
  const bool is_else = branch.condition.begin == branch.condition.end;
  if (is_else) return true;
  const std::string_view value = choice.rest.of(body_), condition = branch.condition.of(body_);
  run_calls(session_, variables_, as_query(condition));
  if (value.empty()) return evaluate_condition(session_, variables_, condition);
  return evaluate_condition(session_, variables_, "(" + std::string(value) + ") IN (" + std::string(condition) + ")");
}

namespace {

/// What may run where it cannot be told whether the branch does: its condition has been asked, those behind it have not.
PlStatement from_branch(const PlStatement& choice, std::size_t branch) {
  PlStatement left = choice;
  left.rest = {};
  left.branches.erase(left.branches.begin(), left.branches.begin() + static_cast<std::ptrdiff_t>(branch));
  left.branches.front().condition = {};
  return left;
}

}  // namespace

BlockRunner::Flow BlockRunner::run_choice(const PlStatement& choice) {
  if (const auto value = choice.rest.of(body_); !value.empty()) run_calls(session_, variables_, as_query(value));
  for (std::size_t i = 0; i < choice.branches.size(); ++i) {
    const auto condition = holds(choice, choice.branches[i]);
    if (!condition)
      return give_up(from_branch(choice, i), "DDL under a condition", "whether it holds cannot be told from the files");
    if (*condition) return run(choice.branches[i].statements);
  }
  return Flow::goes_on;
}

BlockRunner::Flow BlockRunner::run_loop(const PlStatement& loop) {
  const Session::Mark mark = session_.mark();
  const Variables variables = variables_;
  const bool may_have_left = may_have_left_;
  try {
    const Inside inside(loop_depth_);
    return loop.over == PlStatement::Over::condition ? run_while(loop) : run_for(loop);
  } catch (const UndecidedLoop&) {
    session_.rollback(mark);
    variables_ = variables;
    may_have_left_ = may_have_left;
  }
  return give_up(loop, "DDL in a loop", "what a loop goes through cannot be told from the files");
}

BlockRunner::Flow BlockRunner::run_while(const PlStatement& loop) {
  const std::string_view condition = text_of(loop);
  while (true) {
    run_own_calls(loop);
    const auto goes_on = condition.empty() ? std::optional(true) : evaluate_condition(session_, variables_, condition);
    if (!goes_on || --rounds_left_ < 0) throw UndecidedLoop();
    if (!*goes_on) return Flow::goes_on;
    const Flow flow = run(loop.statements);
    if (flow == Flow::leaves) return flow;
    if (flow == Flow::exits) return Flow::goes_on;
  }
}

BlockRunner::Flow BlockRunner::run_for(const PlStatement& loop) {
  const Scope scope(variables_, declared_by(loop, body_));
  run_own_calls(loop);
  run_executed_calls(session_, variables_, loop, body_);
  const auto found = rows_of_loop(session_, variables_, loop, body_);
  if (!found || (!found->in_doubt.empty() && (may_exit(loop) || may_leave(loop)))) throw UndecidedLoop();
  for (const ResultRow& row : found->rows) {
    set_row(session_, variables_, loop, row);
    const Flow flow = run(loop.statements);
    if (flow == Flow::leaves) return flow;
    if (flow == Flow::exits) break;
  }
  doubt_rounds(loop, found->in_doubt);
  const bool is_found_unknown = found->rows.empty() && !found->in_doubt.empty();
  variables_.set("found", is_found_unknown ? Value::unknown() : Value::of(!found->rows.empty()));
  return Flow::goes_on;
}

BlockRunner::Flow BlockRunner::exit_loop(const PlStatement& exit) {
  if (runs_everything_) return Flow::goes_on;
  const std::string_view condition = text_of(exit);
  const bool has_label = exit.rest.begin != exit.rest.end;
  run_own_calls(exit);
  const auto holds = condition.empty() ? std::optional(true) : evaluate_condition(session_, variables_, condition);
  if (holds && !*holds) return Flow::goes_on;
  const bool is_decided = holds && !has_label;
  if (!is_decided && loop_depth_ > 0) throw UndecidedLoop();
  may_have_left_ |= loop_depth_ == 0;
  return loop_depth_ == 0 ? Flow::goes_on : exit.kind == Kind::exit ? Flow::exits : Flow::continues;
}

BlockRunner::Flow BlockRunner::raise(const PlStatement& statement) {
  // A check of what was there before the files begin says nothing. Migrations
  // do not fail: if it may be passed by, it was.
  if (session_.begins_in_the_middle() || runs_everything_) return Flow::goes_on;
  if (may_have_left_) return Flow::leaves;
  const auto words = cut_into_words(text_of(statement));
  if (words.size() < 2 && handled_) throw StatementFailure(*handled_);
  const auto message = std::find_if(words.begin(), words.end(), [](const Word& word) { return word.kind == Word::Kind::string; });
  fail(raised_sqlstate(words).c_str(), message == words.end() ? std::string(text_of(statement)) : message->text);
}

}  // namespace pgplumb
