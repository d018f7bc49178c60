// DO: the block is run as far as it changes the schema. Its SQL is applied where the conditions around it hold, and failures are
// caught as its handlers say.
#include <algorithm>
#include <array>

#include "statements/apply.h"
#include "statements/do_block/condition.h"
#include "statements/do_block/plpgsql.h"
#include "statements/named.h"
#include "statements/statements.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using Kind = PlStatement::Kind;

/// The first words of what can change a schema; queries in a block may have variables in them and need not be read.
constexpr std::array schema_words = {"create", "alter", "drop", "comment", "grant", "revoke", "set", "reset"};
/// Of CREATE, ALTER and DROP, those that make or change what is compared.
constexpr std::array compared_words = {"table",  "index",        "type",   "schema",   "view",
                                       "unique", "materialized", "domain", "sequence", "foreign"};

template <class List>
bool contains(const List& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

enum class Flow { goes_on, leaves };

class BlockRunner {
 public:
  BlockRunner(Session& session, std::string_view body, std::optional<std::size_t> offset)
      : session_(session), body_(body), offset_(offset), outer_(session.place()) {}

  void run() {
    const PlStatement block = read_plpgsql(body_);
    if (!has_schema_words(block)) ++session_.statements_without_effect;
    run(block);
  }

 private:
  Flow run(const std::vector<PlStatement>& statements) {
    for (const PlStatement& statement : statements)
      if (run(statement) == Flow::leaves) return Flow::leaves;
    return Flow::goes_on;
  }

  Flow run(const PlStatement& statement) {
    switch (statement.kind) {
      case Kind::sql:
        return run_sql(statement.text.of(body_), offset_ ? std::optional(*offset_ + statement.text.begin) : std::nullopt);
      case Kind::execute:
        return run_execute(statement);
      case Kind::block:
        return run_block(statement);
      case Kind::choice:
        return run_choice(statement);
      case Kind::loop:
        return run_loop(statement);
      case Kind::raise:
        fail(sqlstate::raise_exception, raised_message(statement.text.of(body_)));
      case Kind::leave:
        return Flow::leaves;
      case Kind::other:
        break;
    }
    return Flow::goes_on;
  }

  /// Runs one or more statements; `at` is where they stand in the script, where they stand there word by word.
  Flow run_sql(std::string_view sql, std::optional<std::size_t> at) {
    const auto words = cut_into_words(sql.substr(0, 40));
    if (words.empty() || !contains(schema_words, words.front().text)) return Flow::goes_on;
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

  Flow run_execute(const PlStatement& statement) {
    if (const auto sql = evaluate_text(session_, statement.text.of(body_))) return run_sql(*sql, std::nullopt);
    report(statement, "DO block: dynamic EXECUTE", "what it executes is put together at run time");
    session_.absences_uncertain = true;
    return Flow::goes_on;
  }

  static bool catches(const PlStatement::Branch& handler, std::string_view body, const std::string& sqlstate) {
    struct Condition {
      std::string_view name, sqlstate;
    };
    constexpr std::array conditions = {
        Condition{"duplicate_object", "42710"},         Condition{"duplicate_table", "42P07"},
        Condition{"duplicate_column", "42701"},         Condition{"duplicate_schema", "42P06"},
        Condition{"undefined_object", "42704"},         Condition{"undefined_table", "42P01"},
        Condition{"undefined_column", "42703"},         Condition{"unique_violation", "23505"},
        Condition{"invalid_table_definition", "42P16"}, Condition{"dependent_objects_still_exist", "2BP01"},
        Condition{"datatype_mismatch", "42804"},        Condition{"invalid_schema_name", "3F000"},
        Condition{"invalid_parameter_value", "22023"},  Condition{"raise_exception", "P0001"},
        Condition{"invalid_foreign_key", "42830"},      Condition{"wrong_object_type", "42809"}};
    for (const Word& word : cut_into_words(handler.condition.of(body))) {
      if (word.is("others") || (word.kind == Word::Kind::string && word.text == sqlstate)) return true;
      if (std::any_of(conditions.begin(), conditions.end(),
                      [&](const Condition& row) { return word.is(row.name) && row.sqlstate == sqlstate; }))
        return true;
    }
    return false;
  }

  Flow run_block(const PlStatement& block) {
    const Session::Mark mark = session_.mark();
    try {
      return run(block.statements);
    } catch (const StatementFailure& failure) {
      const auto handler = std::find_if(block.branches.begin(), block.branches.end(), [&](const PlStatement::Branch& branch) {
        return catches(branch, body_, failure.sqlstate);
      });
      if (handler == block.branches.end()) throw;
      session_.rollback(mark);
      return run(handler->statements);
    }
  }

  Flow run_choice(const PlStatement& choice) {
    if (!changes_what_is_compared(choice)) return run_every_branch(choice);
    for (const PlStatement::Branch& branch : choice.branches) {
      const bool is_else = branch.condition.begin == branch.condition.end;
      const auto holds = is_else                       ? std::optional(true)
                         : choice.conditions_are_known ? evaluate_condition(session_, branch.condition.of(body_))
                                                       : std::nullopt;
      if (!holds) return give_up(choice, "whether its condition holds cannot be told from the files");
      if (*holds) return run(branch.statements);
    }
    return Flow::goes_on;
  }

  /// Whatever the condition, nothing compared changes: what the branches have is reported as if they ran.
  Flow run_every_branch(const PlStatement& choice) {
    for (const PlStatement::Branch& branch : choice.branches)
      for (const PlStatement& statement : branch.statements)
        if (statement.kind != Kind::raise && statement.kind != Kind::leave) run(statement);
    return Flow::goes_on;
  }

  Flow run_loop(const PlStatement& loop) {
    return changes_what_is_compared(loop) ? give_up(loop, "how often a loop runs cannot be told from the files") : Flow::goes_on;
  }

  static std::string raised_message(std::string_view raise) {
    const auto words = cut_into_words(raise);
    const auto message =
        std::find_if(words.begin(), words.end(), [](const Word& word) { return word.kind == Word::Kind::string; });
    return message == words.end() ? std::string(raise) : message->text;
  }

  /// Whether anything in it could change a schema, compared or not.
  bool has_schema_words(const PlStatement& statement) const {
    if (statement.kind == Kind::execute) return true;
    if (statement.kind == Kind::sql) {
      const auto words = cut_into_words(statement.text.of(body_));
      return !words.empty() && contains(schema_words, words.front().text);
    }
    const auto any = [this](const std::vector<PlStatement>& statements) {
      return std::any_of(statements.begin(), statements.end(), [this](const PlStatement& one) { return has_schema_words(one); });
    };
    return any(statement.statements) || std::any_of(statement.branches.begin(), statement.branches.end(),
                                                    [&](const PlStatement::Branch& branch) { return any(branch.statements); });
  }

  bool any_changes(const std::vector<PlStatement>& statements) const {
    return std::any_of(statements.begin(), statements.end(),
                       [&](const PlStatement& statement) { return changes_what_is_compared(statement); });
  }
  bool changes_what_is_compared(const PlStatement& statement) const {
    if (statement.kind == Kind::execute) return true;
    if (statement.kind == Kind::sql) {
      const auto words = cut_into_words(statement.text.of(body_));
      return words.size() > 1 && contains(schema_words, words[0].text) && contains(compared_words, words[1].text);
    }
    return any_changes(statement.statements) ||
           std::any_of(statement.branches.begin(), statement.branches.end(),
                       [&](const PlStatement::Branch& branch) { return any_changes(branch.statements); });
  }

  Flow give_up(const PlStatement& statement, const char* why) {
    report(statement, statement.kind == Kind::loop ? "DO block: DDL in a loop" : "DO block: DDL under a condition", why);
    make_named_uncertain(session_, statement.text.of(body_));
    const auto words = cut_into_words(statement.text.of(body_));
    if (std::any_of(words.begin(), words.end(), [](const Word& word) { return word.is("execute"); }))
      session_.absences_uncertain = true;
    return Flow::goes_on;
  }

  void report(const PlStatement& statement, const char* what, const char* why) {
    const int location = offset_ ? static_cast<int>(*offset_ + statement.text.begin - outer_.statement->location_base) : -1;
    session_.not_compared(what, why, location);
  }

  Session& session_;
  std::string_view body_;
  std::optional<std::size_t> offset_;  // of the body in the script; none where the script quotes it
  Session::Place outer_;
};

/// Where the body stands in the script, if it stands there as it is: between dollar quotes.
std::optional<std::size_t> find_body(const Session::Place& place, std::string_view body) {
  const std::size_t statement = place.statement->begin;
  const auto found = std::string_view(place.script->text()).substr(statement, place.statement->text.size()).find(body);
  return found == std::string_view::npos ? std::nullopt : std::optional(statement + found);
}

}  // namespace

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
    BlockRunner(session, body, find_body(session.place(), body)).run();
  } catch (const SyntaxError& error) {
    session.not_compared("DO block", "not understood: " + error.message);
    make_named_uncertain(session, body);
  }
}

}  // namespace pgplumb
