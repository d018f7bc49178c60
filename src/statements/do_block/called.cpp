#include "statements/do_block/called.h"

#include <algorithm>
#include <array>

#include "catalog/routines.h"
#include "kinds/routine/result.h"
#include "sql/canonical/resolution/signatures.h"
#include "statements/apply.h"
#include "statements/do_block/call_arguments.h"
#include "statements/do_block/call_finder.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/missing_names.h"
#include "statements/do_block/routine_body.h"
#include "statements/do_block/texts.h"
#include "statements/geometry_columns.h"
#include "statements/named.h"
#include "statements/statements.h"
#include "statements/triggers/triggers.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// Whether a RAISE stands in it, which a handler may take.
bool may_raise(const Routine& routine) {
  return routine.language == "plpgsql" && has_word(cut_into_words(routine.body.str()), "raise");
}

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
        const bool may_fail = session_.handled.failures > 0 && !why_not_ && may_raise(called);
        if (effect_of(session_, routine) == Effect::none && !gives_back && !may_fail) continue;
        if (found.size() > 1)
          return give_up_routine(session_, what, called, "several functions of that name take as many arguments");
        Variables arguments = Arguments(session_, around_).bind(given_to(called), call);
        if (why_not_) return doubt_routine(session_, what, called, arguments, why_not_);
        if (Running::is_too_deep()) return give_up_routine(session_, what, called, "it calls itself");
        const Running depth;
        const BodyEnd end = run_routine(session_, what, called, std::move(arguments), block_ ? &block_->committed : nullptr);
        if (gives_back) take_given_back(session_, called, call, end.variables, block_->variables);
      } catch (const SyntaxError& error) {
        give_up_routine(session_, what, called, "not understood: " + error.message);
      }
    }
  }

 private:
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

  Session& session_;
  const Variables& around_;
  const char* why_not_;
  const CallingBlock* block_;
};

/// Whether the text may call a routine of the draft, or a function that changes geometry columns, or fire a trigger: few do, and
/// the parser is spared for the others.
bool may_change_by_calls(Session& session, std::string_view statement) {
  constexpr std::array changing_rows = {"insert", "update", "delete", "merge", "copy", "truncate", "with"};
  return begins_with_one_of(statement, changing_rows) || may_call(statement, [&](const std::string& name) {
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
      changes |= effect_of(session, routine) != Effect::none;
  });
  return changes;
}

/// Calls `visit(node)` for each statement of a text.
template <class Visit>
void for_each_statement(Session& session, const std::string& text, const Visit& visit) {
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) { visit(parsed.node->stmt); };
  visitor.problem = [](const SyntaxProblem&) {};
  read_text(session, text, visitor);
}

void append_called(Session& session, const Node* statement, std::vector<const Symbol*>& called) {
  for_each_call(statement, [&](const FuncCall* call, bool) {
    const auto found = routines_in_path(session, call, can_be_bound);
    called.insert(called.end(), found.begin(), found.end());
  });
  append_trigger_functions(session, statement, called);
}

}  // namespace

void run_calls(Session& session, const Variables& variables, const Node* statement) {
  const auto* select = as<SelectStmt>(statement);
  const bool has_rows = select && select->fromClause && calls_for_rows(session, select);
  const auto rows = has_rows ? Evaluator(session, variables).rows_bound(select) : std::nullopt;
  const auto run = [&](const FuncCall* call, bool once) { run_each(session, variables, call, once); };
  if (rows) {
    for_each_call_beside_rows(select, run);
    for (const Variables& row : *rows)
      for_each_call_of_row(select, [&](const FuncCall* call, bool once) { run_each(session, row, call, once); });
  } else {
    for_each_call(statement, run);
  }
  fire_triggers(session, variables, statement);
}

void run_calls(Session& session, const Variables& variables, const std::string& statement) {
  if (session.handled.missing_relations > 0) require_relations(session, statement);
  if (!may_change_by_calls(session, statement)) return;
  for_each_statement(session, statement, [&](const Node* node) { run_calls(session, variables, node); });
}

bool is_call(std::string_view sql) { return begins_with_one_of(sql, std::array{"call"}); }

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
  for_each_statement(session, statement, [&](const Node* node) {
    for_each_call(node, [&](const FuncCall* call, bool) {
      Caller(session, {}, "whether it is called cannot be told from the files").run(call);
    });
    doubt_triggers(session, node);
  });
}

std::vector<const Symbol*> routines_named_in(Session& session, std::string_view known) {
  std::vector<const Symbol*> named;
  may_call(known, [&](const std::string& name) {
    const auto overloads = session.draft().overloads(Namespace::routine, name);
    named.insert(named.end(), overloads.begin(), overloads.end());
    return false;
  });
  return named;
}

void doubt_calls_of_known(Session& session, std::string_view known) {
  for (const Symbol* routine : routines_named_in(session, known)) {
    if (effect_of(session, routine) != Effect::none)
      give_up_routine(session, "call of " + std::string(name_without_signature(routine->text)) + "()",
                      Routine(*session.draft().object<Routine>(routine)), "what it is called with is put together at run time");
  }
}

std::vector<const Symbol*> routines_called(Session& session, const Node* statement) {
  std::vector<const Symbol*> called;
  append_called(session, statement, called);
  return called;
}
std::vector<const Symbol*> routines_called(Session& session, const std::string& statement) {
  std::vector<const Symbol*> called;
  if (!may_change_by_calls(session, statement)) return called;
  for_each_statement(session, statement, [&](const Node* node) { append_called(session, node, called); });
  return called;
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
