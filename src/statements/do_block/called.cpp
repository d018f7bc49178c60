#include "statements/do_block/called.h"

#include <algorithm>

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

bool is_input(const RoutineParameter& parameter) {
  return parameter.mode == ParameterMode::in || parameter.mode == ParameterMode::inout ||
         parameter.mode == ParameterMode::variadic;
}

std::vector<RoutineParameter> inputs_of(const Routine& routine) {
  std::vector<RoutineParameter> inputs;
  std::copy_if(routine.parameters.begin(), routine.parameters.end(), std::back_inserter(inputs), is_input);
  return inputs;
}

bool takes(const Routine& routine, std::size_t count) {
  const std::vector<RoutineParameter> inputs = inputs_of(routine);
  const auto needed =
      std::count_if(inputs.begin(), inputs.end(), [](const RoutineParameter& parameter) { return !parameter.default_value; });
  return std::cmp_greater_equal(count, needed) && count <= inputs.size();
}

/// The routines of that name that take as many arguments, in the first schema of the path that has any.
std::vector<const Symbol*> routines_named(Session& session, const FuncCall* call) {
  const auto [schema, name] = qualified_name(call->funcname);
  const std::string signature_begin = std::string(name) + "(";
  std::vector<const Symbol*> found;
  const std::vector<std::string> path = schema.empty() ? session.search_path() : std::vector{std::string(schema)};
  for (auto at = path.begin(); at != path.end() && found.empty(); ++at) {
    const Symbol* inside = session.draft().find(Namespace::schema, nullptr, *at);
    if (!inside) continue;
    for (const Symbol* routine : session.draft().members(inside, Namespace::routine))
      if (routine->text.starts_with(signature_begin) &&
          takes(*session.draft().object<Routine>(routine), nodes_of(call->args).size()))
        found.push_back(routine);
  }
  return found;
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

Effect effect_of_body(const Routine& routine) {
  const std::string body = routine.body.str();
  if (routine.language == "plpgsql") return effect_of(read_plpgsql(body), body);
  Effect effect = Effect::none;
  if (!(routine.language == "sql")) return effect;
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& statement) { effect = std::max(effect, effect_of(statement.text)); };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script(body, visitor);
  return effect;
}

class Caller {
 public:
  Caller(Session& session, const Variables& around, bool once) : session_(session), around_(around), once_(once) {}

  void run(const FuncCall* call) {
    const std::vector<const Symbol*> found = routines_named(session_, call);
    for (const Symbol* routine : found) {
      const std::string what = "call of " + std::string(qualified_name(call->funcname).name) + "()";
      // What runs may replace the routine.
      const Routine called = *session_.draft().object<Routine>(routine);
      try {
        if (effect_of_body(called) == Effect::none) continue;
        if (found.size() > 1) return give_up(what, called, "several functions of that name take as many arguments");
        if (!once_) return give_up(what, called, "how often it is called cannot be told from the files");
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
  bool once_;
};

void run_calls(Caller caller, const SelectStmt* select) {
  for (const Node* node : nodes_of(select->targetList))
    if (const auto* target = as<ResTarget>(node))
      if (const auto* call = as<FuncCall>(target->val)) caller.run(call);
}

/// SELECT … FROM f(…)
const FuncCall* function_in(const Node* from) {
  const auto* range = as<RangeFunction>(from);
  if (!range) return nullptr;
  const auto functions = nodes_of(range->functions);
  return functions.size() == 1 ? as<FuncCall>(nodes_of(reinterpret_cast<const List*>(functions.front())).front()) : nullptr;
}

}  // namespace

void run_calls(Session& session, const Variables& variables, const Node* statement) {
  if (const auto* procedure = as<CallStmt>(statement)) return Caller(session, variables, true).run(procedure->funccall);
  const auto* select = as<SelectStmt>(statement);
  if (!select) return;
  const auto from = nodes_of(select->fromClause);
  run_calls(Caller(session, variables, from.empty() && !select->whereClause), select);
  for (const Node* item : from)
    if (const FuncCall* call = function_in(item)) Caller(session, variables, from.size() == 1).run(call);
}

void run_calls(Session& session, const Variables& variables, const std::string& statement) {
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) { run_calls(session, variables, parsed.node->stmt); };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script(statement, visitor);
}

void read_call(Session& session, const Node* node) {
  ++session.statements_without_effect;
  run_calls(session, {}, node);
}

}  // namespace pgplumb
