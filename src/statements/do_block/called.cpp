#include "statements/do_block/called.h"

#include <algorithm>

#include "catalog/routines.h"
#include "kinds/routine/result.h"
#include "sql/canonical/resolution/signatures.h"
#include "statements/apply.h"
#include "statements/do_block/call_arguments.h"
#include "statements/do_block/call_finder.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/doubt/undecided.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/plpgsql.h"
#include "statements/geometry_columns.h"
#include "statements/named.h"
#include "statements/statements.h"

namespace pgplumb {

namespace {

class Caller {
 public:
  /// `why_not` run it, where what it is called with, or how often, cannot be told. `block`: that a CALL stands in.
  Caller(Session& session, const Variables& around, const char* why_not, const CallingBlock* block = nullptr)
      : session_(session), around_(around), why_not_(why_not), block_(block) {}

  void run(const FuncCall* call) {
    const std::vector<const Symbol*> found = routines_in_path(session_, call, can_be_bound);
    if (found.empty()) run_postgis(call);
    if (block_) forget_given_back(session_, found, call, block_->variables);
    for (const Symbol* routine : found) {
      const std::string what = "call of " + std::string(qualified_name(call->funcname).name) + "()";
      // What runs may replace the routine.
      const Routine called = *session_.draft().object<Routine>(routine);
      try {
        const bool gives_back = block_ && gives_back_anything(called);
        if (effect_of(session_, called) == Effect::none && !gives_back) continue;
        if (found.size() > 1) return give_up(what, called, "several functions of that name take as many arguments");
        if (why_not_) return doubt(what, called, call);
        if (Running::is_too_deep()) return give_up(what, called, "it calls itself");
        const Running depth;
        const Variables after = run_body(what, called, Arguments(session_, around_).bind(given_to(called), call));
        if (gives_back) take_given_back(session_, called, call, after, block_->variables);
      } catch (const SyntaxError& error) {
        give_up(what, called, "not understood: " + error.message);
      }
    }
  }

 private:
  /// What it runs with `arguments`; gives its variables as they are in the end.
  Variables run_body(const std::string& what, const Routine& called, Variables arguments) {
    const std::vector<std::string> path = session_.search_path();
    const std::string settings = path_of(called);
    Variables after;
    if (!settings.empty()) run_plpgsql(session_, what, "BEGIN " + settings + "; END", {});
    const std::string body = called.body.str();
    if (called.language == "plpgsql")
      after = run_plpgsql(session_, what, body, std::move(arguments), block_ ? &block_->committed : nullptr);
    else
      run_plpgsql(session_, what, "BEGIN " + body + "; END", std::move(arguments));
    if (!settings.empty()) session_.set_search_path(path, true);
    return after;
  }
  /// The search_path that it runs with, as a statement; "" where that is the caller's.
  static std::string path_of(const Routine& called) {
    constexpr std::string_view begin = "SET search_path ";
    const std::string& settings = called.settings.str();
    const auto at = settings.find(begin);
    if (at == std::string::npos) return {};
    return "SET LOCAL" + settings.substr(at + 3, settings.find('\n', at) - at - 3);
  }

  void run_postgis(const FuncCall* call) {
    const std::string function(qualified_name(call->funcname).name);
    if (!changes_geometry_columns(function)) return;
    std::vector<std::string> arguments;
    bool is_known = true;
    for (const Node* arg : nodes_of(call->args)) {
      const Value value = Evaluator(session_, around_).evaluate(arg);
      is_known &= value.is_known();
      arguments.push_back(value.text);
    }
    const std::string statement = is_known ? statement_of_postgis(session_, function, arguments) : "";
    if (!statement.empty() && !why_not_) return void(run_plpgsql(session_, function, "BEGIN " + statement + "; END", {}));
    session_.not_compared("call of " + function + "()", why_not_ ? why_not_ : "what it changes cannot be told from the files");
    make_named_uncertain(session_, statement);
    for (const std::string& name : arguments) session_.uncertain_names.insert(name);
  }

  void give_up(const std::string& what, const Routine& called, const std::string& why) {
    session_.not_compared(what, why);
    make_named_uncertain(session_, called.body.str());
    session_.absences_uncertain = session_.privileges_uncertain = true;
  }
  /// Of what it may do with these arguments, all that is named is uncertain.
  void doubt(const std::string& what, const Routine& called, const FuncCall* call) {
    if (Running::is_too_deep_to_doubt() || !(called.language == "plpgsql")) return give_up(what, called, why_not_);
    session_.not_compared(what, why_not_);
    const Running depth;
    const std::string body = called.body.str();
    const PlStatement block = read_plpgsql(body);
    make_undecided(session_, Arguments(session_, around_).bind(given_to(called), call), block, {block, body});
  }

  Session& session_;
  const Variables& around_;
  const char* why_not_;
  const CallingBlock* block_;
};

/// Whether the text may call a routine of the draft, or a function that changes geometry columns: few do.
bool may_change_by_calls(Session& session, std::string_view statement) {
  return may_call(statement, [&](const std::string& name) {
    return changes_geometry_columns(name) || !session.draft().overloads(Namespace::routine, name).empty();
  });
}

constexpr const char* how_often = "how often it is called cannot be told from the files";

void run_each(Session& session, const Variables& variables, const FuncCall* call, bool once) {
  Caller(session, variables, once ? nullptr : how_often).run(call);
}

/// Whether something is called for each row, by something that changes the schema.
bool calls_for_rows(Session& session, const SelectStmt* select) {
  bool changes = false;
  for_each_call_of_row(select, [&](const FuncCall* call, bool) {
    for (const Symbol* routine : routines_in_path(session, call, can_be_bound))
      changes |= effect_of(session, *session.draft().object<Routine>(routine)) != Effect::none;
  });
  return changes;
}

template <class Statement>
std::vector<const Symbol*> all_called(Session& session, const Statement& statement) {
  std::vector<const Symbol*> called;
  for_each_call(statement, [&](const FuncCall* call, bool) {
    const auto found = routines_in_path(session, call, can_be_bound);
    called.insert(called.end(), found.begin(), found.end());
  });
  return called;
}

}  // namespace

void run_calls(Session& session, const Variables& variables, const Node* statement) {
  const auto* select = as<SelectStmt>(statement);
  const bool has_rows = select && select->fromClause && calls_for_rows(session, select);
  const auto rows = has_rows ? Evaluator(session, variables).rows_bound(select) : std::nullopt;
  const auto run = [&](const FuncCall* call, bool once) { run_each(session, variables, call, once); };
  if (!rows) return for_each_call(statement, run);
  for_each_call_beside_rows(select, run);
  for (const Variables& row : *rows)
    for_each_call_of_row(select, [&](const FuncCall* call, bool once) { run_each(session, row, call, once); });
}

void run_calls(Session& session, const Variables& variables, const std::string& statement) {
  if (!may_change_by_calls(session, statement)) return;
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) { run_calls(session, variables, parsed.node->stmt); };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script(statement, visitor);
}

void run_calls_that_fill(Session& session, const Variables& variables, const Node* statement) {
  const auto* create = as<CreateTableAsStmt>(statement);
  const auto* select = as<SelectStmt>(create ? create->query : statement);
  const IntoClause* into = create ? create->into : select ? select->intoClause : nullptr;
  if (!select || !into || into->skipData) return;
  const auto [schema, name] = qualified_name(into->rel);
  const bool is_there = create && create->if_not_exists && session.look_up(schema, name);
  if (!is_there) run_calls(session, variables, create ? create->query : statement);
}

void run_procedure(Session& session, const CallingBlock& block, const std::string& statement) {
  const Variables before = block.variables;
  for_each_call(statement,
                [&](const FuncCall* call, bool once) { Caller(session, before, once ? nullptr : how_often, &block).run(call); });
}

void doubt_calls(Session& session, const std::string& statement) {
  if (!may_change_by_calls(session, statement)) return;
  for_each_call(statement, [&](const FuncCall* call, bool) {
    Caller(session, {}, "whether it is called cannot be told from the files").run(call);
  });
}

std::vector<const Symbol*> routines_called(Session& session, const Node* statement) { return all_called(session, statement); }
std::vector<const Symbol*> routines_called(Session& session, const std::string& statement) {
  return may_change_by_calls(session, statement) ? all_called(session, statement) : std::vector<const Symbol*>();
}

bool calls_unknown(Session& session, const std::string& statement) {
  bool is_unknown = false;
  for_each_call(statement, [&](const FuncCall* call, bool) {
    const std::string_view name = qualified_name(call->funcname).name;
    // The signatures lack those that give nothing: pg_notify(), pg_advisory_lock() …
    const bool is_own = name.starts_with("pg_") || !functions_named(name).empty();
    is_unknown |= !is_own && routines_in_path(session, call, can_be_bound).empty();
  });
  return is_unknown;
}

void read_call(Session& session, const Node* node) {
  ++session.statements_without_effect;
  run_calls(session, {}, node);
}

}  // namespace pgplumb
