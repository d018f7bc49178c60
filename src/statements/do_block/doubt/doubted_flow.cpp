// What of a block cannot be told: branches, rounds, and what stands beside a handler.
#include <algorithm>
#include <utility>

#include "catalog/uncertain_kinds.h"
#include "statements/do_block/block_runner.h"
#include "statements/do_block/called.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/handlers.h"
#include "statements/do_block/loop_rows.h"
#include "statements/do_block/own_queries.h"

namespace pgplumb {

namespace {

/// Of a row that may be about anything: where that is, it is no object of the draft, and nothing is said of others.
bool is_about_nothing_known(const Session& session, const ResultRow& row) {
  return may_find_others(session) && std::all_of(row.begin(), row.end(), [](const auto& column) {
           return column.second.state == Value::State::unknown && column.second.text.empty();
         });
}

}  // namespace

/// The rounds that a loop may make or not.
void BlockRunner::doubt_rounds(const PlStatement& loop, const std::vector<ResultRow>& rows) {
  if (rows.empty()) return;
  if (may_give(loop)) given_.reset();
  const bool reaches_what_is_compared = effect_of(session_, loop, body_) == Effect::compared;
  if (reaches_what_is_compared) report(loop, "DDL in a loop", "what a loop goes through cannot be told from the files");
  for (const ResultRow& row : rows) {
    if (is_about_nothing_known(session_, row)) continue;
    for (const PlStatement& statement : loop.statements) forget_assigned(variables_, statement);
    set_row(session_, variables_, loop, row);
    if (reaches_what_is_compared)
      make_undecided(session_, variables_, loop, around());
    else
      run_everything(loop);
  }
  forget_assigned(variables_, loop);
}

BlockRunner::Flow BlockRunner::give_up(const PlStatement& statement, const char* what, const char* why) {
  if (loop_depth_ > 0 && may_exit(statement)) throw UndecidedLoop();
  const bool reaches_what_is_compared = effect_of(session_, statement, body_) == Effect::compared;
  forget_assigned(variables_,
                  statement);  // a loop may have been through it before
  if (reaches_what_is_compared) {
    report(statement, what, why);
    set_any_row(session_, variables_, statement, body_);
    make_undecided(session_, variables_, statement, around());
  } else {
    run_everything(statement);
  }
  forget_assigned(variables_, statement);
  may_have_left_ |= may_leave(statement);
  if (may_give(statement)) given_.reset();
  return Flow::goes_on;
}

void BlockRunner::run_everything(const PlStatement& statement) {
  const bool before = std::exchange(runs_everything_, true);
  for_each_directly_in(statement, [this](const PlStatement& one) {
    try {
      if (one.kind != Kind::leave) run_statement(one);
    } catch (const StatementFailure&) {  // if it is reached at all
    }
  });
  runs_everything_ = before;
}

void BlockRunner::doubt_handlers(const PlStatement& block, std::size_t declared_before) {
  if (block.branches.empty()) return;
  bool may_have_failed = false;
  for (const PlStatement& statement : block.statements)
    for_each_in(statement, [&](const PlStatement& one) {
      may_have_failed |= one.kind == Kind::query && calls_unknown(session_, select_of(one, body_));
    });
  if (!may_have_failed) return;
  make_declared_uncertain(session_, declared_before);
  for (const PlStatement& one : block.statements) make_undecided(session_, variables_, one, around());
  for (const PlStatement::Branch& handler : block.branches)
    for (const PlStatement& one : handler.statements) {
      if (effect_of(session_, one, body_) != Effect::compared) continue;
      report(one, "DDL in a handler", "whether what an unknown function does fails cannot be told");
      make_undecided(session_, variables_, one, around());
    }
}

void BlockRunner::doubt_block(const PlStatement& block, std::size_t declared_before, const char* why) {
  if (effect_of(session_, block, body_) != Effect::compared) return;
  report(block, "DDL with a handler", why);
  make_declared_uncertain(session_, declared_before);
  make_undecided(session_, variables_, block, around());
}

void BlockRunner::doubt_extensions(const PlStatement& block, std::size_t declared_before) {
  if (!takes_missing_extension(block)) return;
  bool makes_extension = false;
  for (std::size_t n = declared_before + 1; n <= session_.draft().declared_count(); ++n) {
    const Draft::Item* item = session_.draft().declared(n);
    makes_extension |= item && std::holds_alternative<Extension>(item->object);
  }
  if (!makes_extension) return;
  make_declared_uncertain(session_, declared_before);
  make_undecided(session_, variables_, block, around());
  report(block, "CREATE EXTENSION", "a handler takes its failure: whether the server has it cannot be told");
}

}  // namespace pgplumb
