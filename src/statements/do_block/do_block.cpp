// DO: the block is run as far as it changes the schema. Its SQL is applied where the conditions around it hold, and failures are
// caught as its handlers say.
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <utility>

#include "statements/apply.h"
#include "statements/do_block/called.h"
#include "statements/do_block/condition.h"
#include "statements/do_block/effect.h"
#include "statements/do_block/handlers.h"
#include "statements/do_block/loop_rows.h"
#include "statements/do_block/plpgsql.h"
#include "statements/do_block/undecided.h"
#include "statements/named.h"
#include "statements/statements.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using Kind = PlStatement::Kind;

enum class Flow {
  goes_on,
  leaves,     // the block: RETURN
  exits,      // the loop around it
  continues,  // with the next round of it
};

class BlockRunner {
 public:
  BlockRunner(Session& session, std::string_view what, std::string_view body, std::optional<std::size_t> offset,
              Variables variables = {})
      : session_(session), what_(what), body_(body), offset_(offset), outer_(session.place()), variables_(std::move(variables)) {}

  void run(const PlStatement& block) { run_statement(block); }

 private:
  Flow run(const std::vector<PlStatement>& statements) {
    for (const PlStatement& statement : statements)
      if (const Flow flow = run_statement(statement); flow != Flow::goes_on) return flow;
    return Flow::goes_on;
  }

  Flow run_statement(const PlStatement& statement) {
    if (may_have_left_ && effect_of(session_, statement, body_) == Effect::compared)
      return give_up(statement, "DDL behind a RETURN", "whether it is reached cannot be told from the files");
    switch (statement.kind) {
      case Kind::sql:
        return run_sql(text_of(statement), offset_ ? std::optional(*offset_ + statement.text.begin) : std::nullopt);
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
        return Flow::leaves;
      case Kind::exit:
      case Kind::next:
        return exit_loop(statement);
      case Kind::unread:
        forget_assigned(variables_, statement);
        return Flow::goes_on;
      case Kind::other:
        return Flow::goes_on;
    }
    return Flow::goes_on;
  }

  std::string_view text_of(const PlStatement& statement) const { return statement.text.of(body_); }

  /// Runs one or more statements; `at` is where they stand in the script, where they stand there word by word.
  Flow run_sql(std::string_view sql, std::optional<std::size_t> at) {
    // A query may have variables in it, and changes no schema. How many rows it finds is not known.
    variables_.forget("found");
    if (effect_of(sql) == Effect::none) return run_calls(session_, variables_, std::string(sql)), Flow::goes_on;
    ScriptVisitor visitor;
    visitor.statement = [&](const ParsedStatement& parsed) { apply(parsed, at); };
    visitor.problem = [](const SyntaxProblem& problem) { fail(sqlstate::syntax_error, problem.message); };
    parse_script(sql, visitor);
    return Flow::goes_on;
  }

  void apply(const ParsedStatement& parsed, std::optional<std::size_t> at) {
    ParsedStatement placed = parsed;
    placed.begin = at ? *at + parsed.begin : outer_.statement->begin;
    placed.location_base = at ? *at + parsed.location_base : outer_.statement->begin;
    session_.enter({outer_.script, &placed});
    try {
      apply_statement(session_, parsed.node->stmt);
    } catch (StatementFailure& failure) {
      if (!failure.at) failure.at = session_.at();
      session_.enter(outer_);
      throw;
    }
    session_.enter(outer_);
  }

  /// SELECT … INTO and PERFORM, which is read without its keyword: what they find is known where they ask the catalogs.
  Flow run_query(const PlStatement& query) {
    const std::string select = select_of(query, body_);
    run_calls(session_, variables_, select);
    apply_settings(select);
    const auto rows = evaluate_query(session_, variables_, select);
    variables_.set("found", rows ? Value::of(!rows->empty()) : Value::unknown());
    for (std::size_t i = 0; i < query.targets.size(); ++i) variables_.set(query.targets[i], value_found(rows, i));
    if (rows && !rows->empty() && query.targets.size() == 1) variables_.set(query.targets.front(), rows->front());
    return Flow::goes_on;
  }

  void apply_settings(std::string_view select) {
    if (select.find("set_config") == std::string_view::npos) return;
    ScriptVisitor visitor;
    visitor.statement = [&](const ParsedStatement& parsed) {
      if (const auto* statement = as<SelectStmt>(parsed.node->stmt)) read_set_config(session_, statement);
    };
    visitor.problem = [](const SyntaxProblem&) {};
    parse_script(select, visitor);
  }

  static Value value_found(const std::optional<std::vector<ResultRow>>& rows, std::size_t column) {
    if (!rows) return Value::unknown();
    if (rows->empty()) return Value::null();
    return column < rows->front().size() ? rows->front()[column].second : Value::unknown();
  }

  Flow assign(const PlStatement& assignment) {
    const std::string_view value = text_of(assignment);
    if (const auto elements = value.empty() ? std::nullopt : evaluate_array(session_, variables_, value))
      variables_.set(assignment.targets.front(), *elements);
    variables_.set(assignment.targets.front(), value.empty() ? Value::null() : evaluate_expression(session_, variables_, value));
    return Flow::goes_on;
  }

  Flow run_execute(const PlStatement& execute) {
    const Value sql = evaluate_expression(session_, variables_, text_of(execute));
    if (sql.is_known()) return run_sql(sql.text, std::nullopt);
    forget_assigned(variables_, execute);
    if (takes_rows(execute, body_)) return Flow::goes_on;
    const std::string known = known_text(text_of(execute), sql);
    if (effect_of_known(known) != Effect::none)
      report(execute, "dynamic EXECUTE", "what it executes is put together at run time");
    make_executed_uncertain(session_, text_of(execute), known);
    session_.privileges_uncertain |= may_grant_known(known);
    return Flow::goes_on;
  }

  /// Where a handler takes their absence, extensions may be there or not: that is the server's matter.
  void doubt_extensions(const PlStatement& block, std::size_t declared_before) {
    if (!takes_missing_extension(block, body_)) return;
    for (std::size_t n = declared_before + 1; n <= session_.draft().declared_count(); ++n) {
      const Draft::Item* item = session_.draft().declared(n);
      if (!item || !std::holds_alternative<Extension>(item->object)) continue;
      session_.make_uncertain(item->symbol);
      report(block, "CREATE EXTENSION", "a handler takes its failure: whether the server has it cannot be told");
    }
  }

  Flow run_block(const PlStatement& block) {
    const Session::Mark mark = session_.mark();
    const std::size_t declared_before = session_.draft().declared_count();
    try {
      const Flow flow = run(block.statements);
      doubt_extensions(block, declared_before);
      return flow;
    } catch (const StatementFailure& failure) {
      const auto handler = std::find_if(block.branches.begin(), block.branches.end(), [&](const PlStatement::Branch& branch) {
        return catches(branch, body_, failure.sqlstate);
      });
      if (handler == block.branches.end()) throw;
      session_.rollback(mark);
      return run(handler->statements);
    }
  }

  std::optional<bool> holds(const PlStatement& choice, const PlStatement::Branch& branch) {
    const bool is_else = branch.condition.begin == branch.condition.end;
    if (is_else) return true;
    const std::string_view value = choice.rest.of(body_), condition = branch.condition.of(body_);
    if (value.empty()) return evaluate_condition(session_, variables_, condition);
    return evaluate_condition(session_, variables_, "(" + std::string(value) + ") IN (" + std::string(condition) + ")");
  }

  Flow run_choice(const PlStatement& choice) {
    for (const PlStatement::Branch& branch : choice.branches) {
      const auto condition = holds(choice, branch);
      if (!condition) return give_up(choice, "DDL under a condition", "whether it holds cannot be told from the files");
      if (*condition) return run(branch.statements);
    }
    return Flow::goes_on;
  }

  /// Thrown where it cannot be told whether a loop goes on.
  struct UndecidedLoop {};

  class InLoop {
   public:
    explicit InLoop(int& depth) : depth_(depth) { ++depth_; }
    ~InLoop() { --depth_; }
    InLoop(const InLoop&) = delete;
    InLoop& operator=(const InLoop&) = delete;

   private:
    int& depth_;
  };

  /// A loop is run as long as it is known what it goes through, and where it ends; else as if it had not begun.
  Flow run_loop(const PlStatement& loop) {
    const Session::Mark mark = session_.mark();
    const Variables variables = variables_;
    const bool may_have_left = may_have_left_;
    try {
      const InLoop inside(loop_depth_);
      return loop.over == PlStatement::Over::condition ? run_while(loop) : run_for(loop);
    } catch (const UndecidedLoop&) {
      session_.rollback(mark);
      variables_ = variables;
      may_have_left_ = may_have_left;
    }
    return give_up(loop, "DDL in a loop", "what a loop goes through cannot be told from the files");
  }

  Flow run_while(const PlStatement& loop) {
    const std::string_view condition = text_of(loop);
    while (true) {
      const auto goes_on = condition.empty() ? std::optional(true) : evaluate_condition(session_, variables_, condition);
      if (!goes_on || --rounds_left_ < 0) throw UndecidedLoop();
      if (!*goes_on) return Flow::goes_on;
      const Flow flow = run(loop.statements);
      if (flow == Flow::leaves) return flow;
      if (flow == Flow::exits) return Flow::goes_on;
    }
  }

  Flow run_for(const PlStatement& loop) {
    const auto rows = rows_of_loop(session_, variables_, loop, body_);
    if (!rows) throw UndecidedLoop();
    for (const ResultRow& row : *rows) {
      variables_.set(loop.targets.front(), row);
      if (row.size() == 1) variables_.set(loop.targets.front(), row.front().second);
      const Flow flow = run(loop.statements);
      if (flow == Flow::leaves) return flow;
      if (flow == Flow::exits) break;
    }
    variables_.set("found", Value::of(!rows->empty()));
    return Flow::goes_on;
  }

  /// EXIT and CONTINUE. Which loop a label means is not followed; one outside of all loops means a block.
  Flow exit_loop(const PlStatement& exit) {
    if (runs_everything_) return Flow::goes_on;
    const std::string_view condition = text_of(exit);
    const bool has_label = exit.rest.begin != exit.rest.end;
    const auto holds = condition.empty() ? std::optional(true) : evaluate_condition(session_, variables_, condition);
    if (holds && !*holds) return Flow::goes_on;
    const bool is_decided = holds && !has_label;
    if (!is_decided && loop_depth_ > 0) throw UndecidedLoop();
    may_have_left_ |= loop_depth_ == 0;
    return loop_depth_ == 0 ? Flow::goes_on : exit.kind == Kind::exit ? Flow::exits : Flow::continues;
  }

  Flow raise(const PlStatement& statement) {
    // A check of what was there before the files begin says nothing. Migrations do not fail: if it may be passed by, it was.
    if (session_.begins_in_the_middle()) return Flow::goes_on;
    if (may_have_left_) return Flow::leaves;
    const auto words = cut_into_words(text_of(statement));
    const auto message =
        std::find_if(words.begin(), words.end(), [](const Word& word) { return word.kind == Word::Kind::string; });
    fail(sqlstate::raise_exception, message == words.end() ? std::string(text_of(statement)) : message->text);
  }

  /// Of what cannot be told, everything that it names is uncertain. Where nothing compared is in it, it is reported as if all of
  /// it ran.
  Flow give_up(const PlStatement& statement, const char* what, const char* why) {
    if (loop_depth_ > 0 && may_exit(statement)) throw UndecidedLoop();
    const bool reaches_what_is_compared = effect_of(session_, statement, body_) == Effect::compared;
    forget_assigned(variables_, statement);  // a loop may have been through it before
    if (reaches_what_is_compared) {
      report(statement, what, why);
      make_undecided(session_, variables_, statement, body_);
    } else {
      run_everything(statement);
    }
    forget_assigned(variables_, statement);
    may_have_left_ |= may_leave(statement);
    return Flow::goes_on;
  }

  void run_everything(const PlStatement& statement) {
    const bool before = std::exchange(runs_everything_, true);
    for_each_directly_in(statement, [this](const PlStatement& one) {
      if (one.kind != Kind::raise && one.kind != Kind::leave) run_statement(one);
    });
    runs_everything_ = before;
  }

  void report(const PlStatement& statement, const char* what, const char* why) {
    const int location = offset_ ? static_cast<int>(*offset_ + statement.whole.begin - outer_.statement->location_base) : -1;
    const auto& before = session_.collected_not_compared;
    if (location < 0 && !before.empty() && before.back().at == session_.at() && before.back().why == why) return;
    session_.not_compared(std::string(what_) + ": " + what, why, location);
  }

  Session& session_;
  std::string_view what_;  // is run
  std::string_view body_;
  std::optional<std::size_t> offset_;  // of the body in the script; none where the script quotes it
  Session::Place outer_;
  Variables variables_;
  bool may_have_left_ = false;  // a RETURN stands in what cannot be told
  bool runs_everything_ = false;
  int loop_depth_ = 0;
  int rounds_left_ = 2000;  // of all WHILE and LOOP
};

/// Where the body stands in the script, if it stands there as it is: between dollar quotes.
std::optional<std::size_t> find_body(const Session::Place& place, std::string_view body) {
  const std::size_t statement = place.statement->begin;
  const auto found = std::string_view(place.script->text()).substr(statement, place.statement->text.size()).find(body);
  return found == std::string_view::npos ? std::nullopt : std::optional(statement + found);
}

}  // namespace

void run_plpgsql(Session& session, std::string_view what, std::string_view body, Variables variables) {
  BlockRunner(session, what, body, std::nullopt, std::move(variables)).run(read_plpgsql(body));
}

void read_do(Session& session, const Node* node) {
  std::string_view body, language = "plpgsql";
  for (const Node* argument : nodes_of(as<DoStmt>(node)->args)) {
    const auto* option = as<DefElem>(argument);
    (view_of(option->defname) == "as" ? body : language) = text_of(option->arg);
  }
  if (language != "plpgsql") {
    session.absences_uncertain = true;
    return session.not_compared("DO block", "only PL/pgSQL is read, this is " + std::string(language));
  }
  try {
    const PlStatement block = read_plpgsql(body);
    if (effect_of(session, block, body) == Effect::none) ++session.statements_without_effect;
    BlockRunner(session, "DO block", body, find_body(session.place(), body)).run(block);
  } catch (const SyntaxError& error) {
    session.not_compared("DO block", "not understood: " + error.message);
    make_named_uncertain(session, body);
  }
}

}  // namespace pgplumb
