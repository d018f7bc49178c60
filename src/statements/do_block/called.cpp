#include "statements/do_block/called.h"

#include <algorithm>

#include "catalog/routines.h"
#include "kinds/routine/result.h"
#include "sql/canonical/resolution/signatures.h"
#include "statements/apply.h"
#include "statements/do_block/condition.h"
#include "statements/do_block/effect.h"
#include "statements/do_block/plpgsql.h"
#include "statements/named.h"
#include "statements/statements.h"

namespace pgplumb {

namespace {

thread_local int running = 0;  // calls inside of one another

class Running {
 public:
  Running() { ++running; }
  ~Running() { --running; }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  static bool is_too_deep() { return running > 20; }
};

std::vector<RoutineParameter> inputs_of(const Routine& routine) {
  std::vector<RoutineParameter> inputs;
  std::copy_if(routine.parameters.begin(), routine.parameters.end(), std::back_inserter(inputs), is_input);
  return inputs;
}

/// Of those of a VARIADIC parameter one, which is bound as it is.
bool can_be_bound(const Routine& routine, std::size_t count) {
  const std::vector<RoutineParameter> inputs = inputs_of(routine);
  const auto needed =
      std::count_if(inputs.begin(), inputs.end(), [](const RoutineParameter& parameter) { return !parameter.default_value; });
  return std::cmp_greater_equal(count, needed) && count <= inputs.size();
}

Value converted(Session& session, const RoutineParameter& parameter, Value value) {
  const bool names_relation = parameter.type.name && parameter.type.name->text == "regclass";
  return names_relation && value.is_known() && value.name.empty() ? Evaluator(session, {}).relation_called(value.text) : value;
}

/// Each parameter by its name and by its number.
class Arguments {
 public:
  Arguments(Session& session, const Variables& around) : session_(session), around_(around) {}

  Variables bind(const std::vector<RoutineParameter>& inputs, const FuncCall* call) {
    for (std::size_t i = 0; i < inputs.size(); ++i)
      if (inputs[i].default_value)
        set(inputs[i], i, evaluate_expression(session_, {}, sql_expression(*inputs[i].default_value.tree)));
    const auto args = nodes_of(call->args);
    for (std::size_t i = 0; i < args.size(); ++i) {
      const auto* named = as<NamedArgExpr>(args[i]);
      const std::size_t place = named ? place_of(inputs, view_of(named->name)) : i;
      if (place < inputs.size()) set(inputs[place], place, named ? reinterpret_cast<const Node*>(named->arg) : args[i]);
    }
    return std::move(bound_);
  }

 private:
  static std::size_t place_of(const std::vector<RoutineParameter>& inputs, std::string_view name) {
    const auto found =
        std::find_if(inputs.begin(), inputs.end(), [&](const RoutineParameter& parameter) { return parameter.name == name; });
    return static_cast<std::size_t>(found - inputs.begin());
  }
  void set(const RoutineParameter& parameter, std::size_t place, const Node* arg) {
    Evaluator evaluator(session_, around_);
    if (const auto elements = evaluator.elements(arg))
      for (const std::string& name : names(parameter, place)) bound_.set(name, *elements);
    set(parameter, place, evaluator.evaluate(arg));
  }
  void set(const RoutineParameter& parameter, std::size_t place, Value value) {
    value = converted(session_, parameter, std::move(value));
    for (const std::string& name : names(parameter, place)) bound_.set(name, value);
  }
  static std::vector<std::string> names(const RoutineParameter& parameter, std::size_t place) {
    return {parameter.name.str(), "$" + std::to_string(place + 1)};
  }

  Session& session_;
  const Variables& around_;
  Variables bound_;
};

class Caller {
 public:
  /// `why_not` run it, where what it is called with, or how often, cannot be told.
  Caller(Session& session, const Variables& around, const char* why_not)
      : session_(session), around_(around), why_not_(why_not) {}

  void run(const FuncCall* call) {
    const std::vector<const Symbol*> found = routines_in_path(session_, call, can_be_bound);
    for (const Symbol* routine : found) {
      const std::string what = "call of " + std::string(qualified_name(call->funcname).name) + "()";
      // What runs may replace the routine.
      const Routine called = *session_.draft().object<Routine>(routine);
      try {
        if (effect_of(session_, called) == Effect::none) continue;
        if (found.size() > 1) return give_up(what, called, "several functions of that name take as many arguments");
        if (why_not_) return give_up(what, called, why_not_);
        if (Running::is_too_deep()) return give_up(what, called, "it calls itself");
        const Running depth;
        run_body(what, called, Arguments(session_, around_).bind(inputs_of(called), call));
      } catch (const SyntaxError& error) {
        give_up(what, called, "not understood: " + error.message);
      }
    }
  }

 private:
  void run_body(const std::string& what, const Routine& called, Variables arguments) {
    if (called.language == "plpgsql") return run_plpgsql(session_, what, called.body.str(), std::move(arguments));
    // Of SQL, what changes the schema cannot have parameters in it.
    run_plpgsql(session_, what, "BEGIN " + called.body.str() + "; END", {});
  }

  void give_up(const std::string& what, const Routine& called, const std::string& why) {
    session_.not_compared(what, why);
    make_named_uncertain(session_, called.body.str());
    session_.absences_uncertain = session_.privileges_uncertain = true;
  }

  Session& session_;
  const Variables& around_;
  const char* why_not_;
};

/// SELECT … FROM f(…)
const FuncCall* function_in(const Node* from) {
  const auto* range = as<RangeFunction>(from);
  if (!range) return nullptr;
  const auto functions = nodes_of(range->functions);
  return functions.size() == 1 ? as<FuncCall>(nodes_of(reinterpret_cast<const List*>(functions.front())).front()) : nullptr;
}

/// Calls `visit(call, once)`.
template <class Visit>
void for_each_call(const Node* statement, const Visit& visit) {
  if (const auto* procedure = as<CallStmt>(statement)) return visit(procedure->funccall, true);
  const auto* select = as<SelectStmt>(statement);
  if (!select) return;
  const auto from = nodes_of(select->fromClause);
  for (const Node* node : nodes_of(select->targetList))
    if (const auto* target = as<ResTarget>(node))
      if (const auto* call = as<FuncCall>(target->val)) visit(call, from.empty() && !select->whereClause);
  for (const Node* item : from)
    if (const FuncCall* call = function_in(item)) visit(call, from.size() == 1);
}

template <class Visit>
void for_each_call(const std::string& statement, const Visit& visit) {
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) { for_each_call(parsed.node->stmt, visit); };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script(statement, visitor);
}

template <class Statement>
void run_all_calls(Session& session, const Variables& variables, const Statement& statement) {
  for_each_call(statement, [&](const FuncCall* call, bool once) {
    Caller(session, variables, once ? nullptr : "how often it is called cannot be told from the files").run(call);
  });
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
  run_all_calls(session, variables, statement);
}
void run_calls(Session& session, const Variables& variables, const std::string& statement) {
  run_all_calls(session, variables, statement);
}

void doubt_calls(Session& session, const std::string& statement) {
  for_each_call(statement, [&](const FuncCall* call, bool) {
    Caller(session, {}, "whether it is called cannot be told from the files").run(call);
  });
}

std::vector<const Symbol*> routines_called(Session& session, const Node* statement) { return all_called(session, statement); }
std::vector<const Symbol*> routines_called(Session& session, const std::string& statement) {
  return all_called(session, statement);
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
