#include "statements/do_block/call_arguments.h"

#include <algorithm>
#include <iterator>

#include "catalog/routines.h"
#include "sql/canonical/resolution/signatures.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/evaluator/declared_type.h"

namespace pgplumb {

thread_local int Running::depth_ = 0;

std::vector<RoutineParameter> given_to(const Routine& routine) {
  if (routine.routine_kind == RoutineKind::procedure) return routine.parameters;
  std::vector<RoutineParameter> inputs;
  std::copy_if(routine.parameters.begin(), routine.parameters.end(), std::back_inserter(inputs), is_input);
  return inputs;
}

namespace {

/// The last one is VARIADIC: it is an array of all that are left.
bool takes_any_number(const std::vector<RoutineParameter>& parameters) {
  return !parameters.empty() && parameters.back().mode == ParameterMode::variadic;
}

}  // namespace

bool can_be_bound(const Routine& routine, std::size_t count) {
  const std::vector<RoutineParameter> given = given_to(routine);
  const auto needed =
      std::count_if(given.begin(), given.end(), [](const RoutineParameter& parameter) { return !parameter.default_value; });
  return std::cmp_greater_equal(count, needed) && (count <= given.size() || takes_any_number(given));
}

namespace {

/// Which parameter the argument is for; their count for none.
std::size_t place_of(const std::vector<RoutineParameter>& parameters, const Node* arg, std::size_t position) {
  const auto* named = as<NamedArgExpr>(arg);
  if (!named) return position;
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const RoutineParameter& parameter) { return parameter.name == view_of(named->name); });
  return static_cast<std::size_t>(found - parameters.begin());
}

const Node* value_of(const Node* arg) {
  const auto* named = as<NamedArgExpr>(arg);
  return named ? reinterpret_cast<const Node*>(named->arg) : arg;
}

std::vector<std::string> names_of(const RoutineParameter& parameter, std::size_t place) {
  return {parameter.name.str(), "$" + std::to_string(place + 1)};
}

}  // namespace

void Arguments::set_defaults(const std::vector<RoutineParameter>& parameters) {
  for (std::size_t i = 0; i < parameters.size(); ++i)
    if (parameters[i].default_value)
      set(parameters[i], i, evaluate_expression(session_, {}, sql_expression(*parameters[i].default_value.tree)));
}

Variables Arguments::bind(const std::vector<RoutineParameter>& parameters, const FuncCall* call) {
  set_defaults(parameters);
  const auto args = nodes_of(call->args);
  const bool gathers = takes_any_number(parameters) && !call->func_variadic;
  std::vector<Value> gathered;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const std::size_t place = place_of(parameters, args[i], i);
    if (gathers && place + 1 >= parameters.size())
      gathered.push_back(Evaluator(session_, around_).evaluate(value_of(args[i])));
    else if (place < parameters.size())
      set(parameters[place], place, value_of(args[i]));
  }
  if (!gathered.empty()) set(parameters.back(), parameters.size() - 1, gathered);
  return std::move(bound_);
}

Variables Arguments::bind(const std::vector<RoutineParameter>& parameters, const std::vector<Value>& values) {
  set_defaults(parameters);
  const std::size_t gathered_from = takes_any_number(parameters) ? parameters.size() - 1 : parameters.size();
  for (std::size_t i = 0; i < values.size() && i < gathered_from; ++i) set(parameters[i], i, values[i]);
  if (gathered_from < std::min(values.size(), parameters.size()))
    set(parameters.back(), gathered_from, {values.begin() + static_cast<std::ptrdiff_t>(gathered_from), values.end()});
  return std::move(bound_);
}

void Arguments::set(const RoutineParameter& parameter, std::size_t place, const Node* arg) {
  if (parameter.mode == ParameterMode::out) return set(parameter, place, Value::null());
  Evaluator evaluator(session_, around_);
  if (const auto elements = evaluator.elements(arg)) set(parameter, place, *elements);
  set(parameter, place, evaluator.evaluate(arg));
}

void Arguments::set(const RoutineParameter& parameter, std::size_t place, Value value) {
  for (const std::string& name : names_of(parameter, place)) {
    bound_.declare(name, parameter.type);
    assign(session_, bound_, name, value);
  }
}

void Arguments::set(const RoutineParameter& parameter, std::size_t place, const std::vector<Value>& elements) {
  for (const std::string& name : names_of(parameter, place)) {
    bound_.declare(name, parameter.type);
    assign(session_, bound_, name, elements);
  }
}

bool gives_back_anything(const Routine& procedure) {
  return procedure.routine_kind == RoutineKind::procedure &&
         std::any_of(procedure.parameters.begin(), procedure.parameters.end(), is_output);
}

namespace {

/// The variable that an argument is, "" for any other expression.
std::string variable_named_by(const Node* arg) {
  const auto* reference = as<::ColumnRef>(value_of(arg));
  const auto fields = reference ? nodes_of(reference->fields) : nodes_of(nullptr);
  return fields.size() == 1 ? std::string(text_of(fields.front())) : std::string();
}

}  // namespace

void forget_given_back(Session& session, const std::vector<const Symbol*>& found, const FuncCall* call, Variables& variables) {
  const bool is_unknown = found.empty() && functions_named(qualified_name(call->funcname).name).empty();
  const auto args = nodes_of(call->args);
  for (std::size_t i = 0; i < args.size(); ++i) {
    const bool is_given_back = std::any_of(found.begin(), found.end(), [&](const Symbol* symbol) {
      const auto* procedure = session.draft().object<Routine>(symbol);
      const std::size_t place = place_of(procedure->parameters, args[i], i);
      return gives_back_anything(*procedure) && place < procedure->parameters.size() && is_output(procedure->parameters[place]);
    });
    if (is_unknown || is_given_back) variables.forget(variable_named_by(args[i]));
  }
}

void take_given_back(Session& session, const Routine& procedure, const FuncCall* call, const Variables& after,
                     Variables& variables) {
  const auto args = nodes_of(call->args);
  for (std::size_t i = 0; i < args.size(); ++i) {
    const std::size_t place = place_of(procedure.parameters, args[i], i);
    const std::string target = variable_named_by(args[i]);
    if (place >= procedure.parameters.size() || target.empty() || !is_output(procedure.parameters[place])) continue;
    const std::string name = names_of(procedure.parameters[place], place)[procedure.parameters[place].name.empty() ? 1 : 0];
    if (const auto elements = after.array(name)) assign(session, variables, target, *elements);
    assign(session, variables, target, after.get(name));
  }
}

}  // namespace pgplumb
