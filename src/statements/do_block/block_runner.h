// A block of PL/pgSQL, followed as far as it changes the schema.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <string_view>
#include <vector>

#include "statements/do_block/doubt/steady.h"
#include "statements/do_block/doubt/undecided.h"
#include "statements/do_block/evaluator/evaluator.h"
#include "statements/do_block/plpgsql.h"

namespace pgplumb {

class BlockRunner {
 public:
  /// `what` is run, "DO block"; `offset` is that of the body in the script:
  /// none where the script quotes it. `committed`: where the transaction began that
  /// it may end, null where it has one of its own.
  BlockRunner(Session& session, std::string_view what, std::string_view body, std::optional<std::size_t> offset,
              Variables variables = {}, Session::Mark* committed = nullptr)
      : session_(session),
        what_(what),
        body_(body),
        offset_(offset),
        outer_(session.place()),
        began_with_(std::move(variables)),
        variables_(began_with_),
        began_(session.mark()),
        committed_(committed ? *committed : began_) {}
  BlockRunner(const BlockRunner&) = delete;
  BlockRunner& operator=(const BlockRunner&) = delete;

  void run(const PlStatement& block) {
    outermost_ = &block;
    run_statement(block);
  }
  const Variables& variables() const { return variables_; }
  /// What it gives, of a function; unknown where it may have given something before.
  Value returned() const { return may_have_left_ ? Value::unknown() : returned_; }
  /// The elements of an array that it gives, and the values of the rows that a function gives which RETURNS SETOF a type; nothing
  /// where they cannot be told.
  std::optional<std::vector<Value>> returned_elements() const { return may_have_left_ ? std::nullopt : returned_elements_; }
  std::optional<std::vector<Value>> given_rows() const { return may_have_left_ ? std::nullopt : given_; }
  std::string_view returned_expression() const { return may_have_left_ ? std::string_view() : returned_expression_; }

 private:
  using Kind = PlStatement::Kind;
  enum class Flow {
    goes_on,
    leaves,     // the block: RETURN
    exits,      // the loop around it
    continues,  // with the next round of it
  };

  Flow run(const std::vector<PlStatement>& statements);
  Flow run_statement(const PlStatement& statement);
  std::string_view text_of(const PlStatement& statement) const { return statement.text.of(body_); }

  // block_runner.cpp: what statements do.
  /// Runs one or more statements; `at` is where they stand in the script, where
  /// they stand there word by word; `seen`: the variables that they may name.
  Flow run_sql(std::string_view sql, std::optional<std::size_t> at, Variables& seen);
  void apply(const ParsedStatement& parsed, std::optional<std::size_t> at, const Variables& seen);
  /// SELECT … INTO and PERFORM, which is read without its keyword: what they
  /// find is known where they ask the catalogs.
  Flow run_query(const PlStatement& query);
  void apply_settings(std::string_view select);
  void set_found(const std::vector<std::string>& targets, const std::optional<std::vector<ResultRow>>& rows);
  static Value value_found(const std::optional<std::vector<ResultRow>>& rows, std::size_t column);
  Flow assign(const PlStatement& assignment);
  Flow run_execute(const PlStatement& execute);
  void try_sql(const std::string& sql);
  /// What the functions do that its own expressions call.
  void run_own_calls(const PlStatement& statement);
  Flow leave(const PlStatement& statement);
  Flow give(const PlStatement& statement);
  Flow take_rows(const PlStatement& execute);
  Surroundings around() { return {*outermost_, body_, steady_variables(session_, began_with_, *outermost_, body_)}; }
  std::string why_not_run(const std::string& known);
  /// Once for each place.
  void report(const PlStatement& statement, const char* what, const std::string& why);

  // control_flow.cpp
  Flow run_body(const PlStatement& block);
  Flow run_block(const PlStatement& block);
  std::optional<bool> holds(const PlStatement& choice, const PlStatement::Branch& branch);
  Flow run_choice(const PlStatement& choice);
  /// Thrown where it cannot be told whether a loop goes on.
  struct UndecidedLoop {};
  /// A loop is run as long as it is known what it goes through, and where it
  /// ends; else as if it had not begun.
  Flow run_loop(const PlStatement& loop);
  Flow run_while(const PlStatement& loop);
  Flow run_for(const PlStatement& loop);
  /// EXIT and CONTINUE. Which loop a label means is not followed; one outside
  /// of all loops means a block.
  Flow exit_loop(const PlStatement& exit);
  Flow raise(const PlStatement& statement);
  // doubted_flow.cpp
  /// Of what cannot be told, everything that it names is uncertain. Where
  /// nothing compared is in it, it is reported as if all of it ran.
  Flow give_up(const PlStatement& statement, const char* what, const char* why);
  void run_everything(const PlStatement& statement);
  void doubt_rounds(const PlStatement& loop, const std::vector<ResultRow>& rows);
  /// Where a handler takes their absence, extensions may be there or not, and
  /// the rest of the block with them: that is the server's matter.
  void doubt_extensions(const PlStatement& block, std::size_t declared_before);
  /// Whether the handlers of what an unknown routine may fail in run cannot be
  /// told.
  void doubt_handlers(const PlStatement& block, std::size_t declared_before);
  /// Of a block with handlers neither what is in it nor what is in these is
  /// sure to have happened.
  void doubt_block(const PlStatement& block, std::size_t declared_before, const char* why);

  Session& session_;
  std::string_view what_;
  std::string_view body_;
  std::optional<std::size_t> offset_;
  Session::Place outer_;
  const Variables began_with_;
  Variables variables_;
  Session::Mark began_;
  Session::Mark& committed_;  // where the transaction began that is open now
  const PlStatement* outermost_ = nullptr;
  const StatementFailure* handled_ = nullptr;  // by the handler that runs
  Value returned_;
  std::optional<std::vector<Value>> returned_elements_;
  std::optional<std::vector<Value>> given_ = std::vector<Value>();
  std::string_view returned_expression_;  // as it is written
  bool may_have_left_ = false;            // a RETURN stands in what cannot be told
  bool runs_everything_ = false;
  int loop_depth_ = 0;
  int rounds_left_ = 2000;  // of all WHILE and LOOP
};

}  // namespace pgplumb
