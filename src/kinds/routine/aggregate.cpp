// CREATE AGGREGATE.
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <map>

#include "kinds/definition.h"
#include "kinds/named_object.h"
#include "kinds/routine/ddl.h"
#include "kinds/routine/options.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

/// `(integer, text)`, `(*)`, or the ordered arguments of an ordered-set aggregate behind direct ones: a list of the parameters,
/// and how many are direct.
std::vector<RoutineParameter> read_arguments(Session& session, const List* arguments) {
  std::vector<RoutineParameter> parameters;
  const auto* list = as<List>(nodes_of(arguments).front());
  for (const Node* node : nodes_of(list)) {
    const auto* parameter = as<FunctionParameter>(node);
    RoutineParameter& read = parameters.emplace_back();
    read.mode = parameter->mode == FUNC_PARAM_VARIADIC ? ParameterMode::variadic : ParameterMode::in;
    read.name = view_of(parameter->name);
    read.type = read_bare_type(session, parameter->argType);
  }
  return parameters;
}

/// Values are names of types, numbers, words and strings, and the name of an operator.
std::string value_of(Session& session, std::string_view option, const Node* value) {
  if (!value) return "true";
  if (option.ends_with("cond")) {  // a text, whatever it looks like
    const auto number = integer_of(value);
    return quote_literal(number ? std::to_string(*number) : text_of(value));
  }
  if (const auto* type = as<TypeName>(value))
    return option.ends_with("type") ? display_type(read_column_type(session, type))
                                    : std::string(qualified_name(type->names).name);
  if (const auto number = integer_of(value)) return std::to_string(*number);
  if (value->type == T_List) return std::string(qualified_name(reinterpret_cast<const List*>(value)).name);
  return quote_literal(text_of(value));
}

/// `basetype = int`, which is what an aggregate of the old style takes; ANY is for nothing.
std::vector<RoutineParameter> read_base_type(Session& session, const Definition& definition) {
  if (!definition.has("basetype")) fail("42P13", "aggregate input type must be specified");
  if (lower_case(definition.text("basetype")) == "any") return {};
  RoutineParameter parameter;
  parameter.type = definition.type(session, "basetype");
  return {parameter};
}

/// `sfunc1` is a name of old for `sfunc`.
std::string_view option_called(std::string_view name) {
  const bool is_of_old = name == "sfunc1" || name == "stype1" || name == "initcond1";
  return is_of_old ? name.substr(0, name.size() - 1) : name;
}

bool names_a_function(std::string_view option) { return option.ends_with("func"); }

/// `sfunc = s.add`: the one that takes what is gathered and the arguments, or the only one of the name.
RoutineRef read_function(Session& session, const Routine& aggregate, const Definition& definition, std::string_view option) {
  const auto [schema, name] = definition.object(option);
  std::vector<RoutineParameter> parameters = aggregate.parameters;
  parameters.insert(parameters.begin(), RoutineParameter{});
  const std::string_view gathered = option.starts_with('m') ? "mstype" : definition.has("stype1") ? "stype1" : "stype";
  parameters.front().type = definition.type(session, gathered);
  return session.resolve_routine(schema, name, signature_of(name, parameters));
}

/// What CREATE AGGREGATE takes an option for where it is not given (DefineAggregate in commands/aggregatecmds.c).
bool is_as_by_default(std::string_view option, std::string_view value, bool is_ordered_set) {
  if (option.ends_with("_modify")) return value == (is_ordered_set ? "read_write" : "read_only");
  if (option.ends_with("space")) return value == "0";
  return option == "parallel" ? value == "unsafe" : value == "false";
}

/// A flag may stand alone.
std::string flag_or(std::string value) {
  if (value == "'true'") return "true";
  return value == "'false'" ? "false" : value;
}

/// Behind ORDER BY stand its ordered arguments; `arguments` says how many stand before, -1 for no ORDER BY.
bool is_ordered_set(const DefineStmt* statement) {
  return !statement->oldstyle && integer_of(nodes_of(statement->args).back()).value_or(-1) >= 0;
}

}  // namespace

bool read_create_aggregate(Session& session, const Node* node) {
  const auto* statement = as<DefineStmt>(node);
  if (statement->kind != OBJECT_AGGREGATE) return false;
  const Definition definition(statement->definition);
  Routine routine;
  routine.routine_kind = RoutineKind::aggregate;
  routine.parameters = statement->oldstyle ? read_base_type(session, definition) : read_arguments(session, statement->args);
  const bool is_of_a_text = !routine.parameters.empty() && !routine.parameters.front().type.name;
  if (is_of_a_text) return false;
  std::map<std::string, std::string> options;
  for (const Node* option : nodes_of(statement->definition)) {
    const auto* given = as<DefElem>(option);
    const std::string_view name = option_called(given->defname);
    if (name == "basetype") continue;
    if (names_a_function(name)) {
      set_function(routine, name, read_function(session, routine, definition, given->defname));
      continue;
    }
    const std::string value = flag_or(value_of(session, name, given->arg));
    if (!is_as_by_default(name, value, is_ordered_set(statement))) options[std::string(name)] = value;
  }
  std::string body;
  for (const auto& [name, value] : options) body += (body.empty() ? "" : ", ") + name + " = " + value;
  routine.body = body;
  declare_routine(session, qualified_name(statement->defnames), std::move(routine), statement->replace);
  return true;
}

}  // namespace pgplumb
