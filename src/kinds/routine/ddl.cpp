#include "kinds/routine/ddl.h"

#include <algorithm>

#include "catalog/routines.h"
#include "kinds/named_object.h"
#include "kinds/query/read_query.h"
#include "kinds/routine/options.h"
#include "kinds/routine/percent_type.h"
#include "kinds/routine/sql_body.h"
#include "sql/read_type.h"

namespace pgplumb {

namespace {

ParameterMode mode_of(FunctionParameterMode mode) {
  switch (mode) {
    case FUNC_PARAM_OUT:
      return ParameterMode::out;
    case FUNC_PARAM_INOUT:
      return ParameterMode::inout;
    case FUNC_PARAM_VARIADIC:
      return ParameterMode::variadic;
    case FUNC_PARAM_TABLE:
      return ParameterMode::table;
    default:
      return ParameterMode::in;
  }
}

/// That of a column which nothing read here makes: of what it is the type of is not known what it is called with, or gives.
struct UnknownType {
  std::string name;  ///< `calls.id%TYPE`
};

DataType type_of_column(Session& session, const TypeName* type) {
  if (const auto found = percent_type(session, type)) return *found;
  const auto names = texts_of(type->names);
  throw UnknownType{std::string(names[names.size() - 2]) + "." + std::string(names.back()) + "%TYPE"};
}

/// PostgreSQL keeps no varchar(32) of a parameter or a result, only varchar.
DataType read_plain_type(Session& session, const TypeName* type) {
  ::TypeName single = *type;
  single.setof = false;
  DataType read = type->pct_type ? type_of_column(session, type) : read_column_type(session, &single);
  read.modifiers = {};
  return read;
}

std::vector<RoutineParameter> read_parameters(Session& session, const List* parameters) {
  std::vector<RoutineParameter> all;
  for (const Node* node : nodes_of(parameters)) {
    const auto* parameter = as<FunctionParameter>(node);
    const DataType type = read_plain_type(session, parameter->argType);
    all.push_back(
        {mode_of(parameter->mode), view_of(parameter->name), type, read_default_value(session, type, parameter->defexpr)});
  }
  return all;
}

/// Without RETURNS, the output parameters say it: one is its type, several are a record.
ReturnType result_of(Session& session, const CreateFunctionStmt* statement, const Routine& routine) {
  const auto& parameters = routine.parameters;
  const auto outputs = std::count_if(parameters.begin(), parameters.end(), is_output);
  const bool is_table = std::any_of(parameters.begin(), parameters.end(),
                                    [](const RoutineParameter& parameter) { return parameter.mode == ParameterMode::table; });
  ReturnType result;
  if (statement->returnType && !(is_table && outputs > 1)) {
    result.type = read_plain_type(session, statement->returnType);
  } else if (outputs == 1 && !statement->is_procedure) {
    result.type = std::find_if(parameters.begin(), parameters.end(), is_output)->type;
  } else if (outputs > 0 && !statement->is_procedure) {
    result.type = DataType{builtin_type("record"), {}, false};
  }
  result.is_set = is_table || (statement->returnType && statement->returnType->setof);
  return result;
}

/// A function in C or of the server itself is found by its own name where no other is given (interpret_AS_clause in
/// commands/functioncmds.c).
void name_symbol(Routine& routine, std::string_view name) {
  const std::string body = routine.body.str();
  if (routine.language == "internal" && body.empty()) routine.body = name;
  if (routine.language == "c" && body.find(", ") == body.npos) routine.body = body + ", " + std::string(name);
}

Routine read_routine(Session& session, const CreateFunctionStmt* statement) {
  Routine routine;
  routine.routine_kind = statement->is_procedure ? RoutineKind::procedure : RoutineKind::function;
  routine.parameters = read_parameters(session, statement->parameters);
  routine.returns = result_of(session, statement, routine);
  routine.language = "sql";
  // The language decides what COST is usual, wherever it stands.
  for (const Node* option : nodes_of(statement->options))
    if (view_of(as<DefElem>(option)->defname) == "language") apply_routine_option(session, routine, as<DefElem>(option));
  for (const Node* option : nodes_of(statement->options)) apply_routine_option(session, routine, as<DefElem>(option));
  name_symbol(routine, qualified_name(statement->funcname).name);
  if (statement->sql_body)
    routine.definition = read_sql_body(session, qualified_name(statement->funcname).name, routine, statement->sql_body);
  return routine;
}

Text written(Session& session, const Routine& routine) {
  const bool is_rebuilt = !routine.definition && routine.routine_kind != RoutineKind::aggregate;
  return is_rebuilt || !session.place().statement ? Text() : Text(session.place().statement->text);
}

void replace_routine(Session& session, const Symbol* existing, const Routine& routine) {
  const Routine& before = *session.draft().object<Routine>(existing);
  if (before.routine_kind != routine.routine_kind)
    fail(sqlstate::wrong_object_type, "cannot change routine kind of " + quoted_name({}, existing->text));
  if (!(before.returns == routine.returns))
    fail("42P13", "cannot change return type of existing function " + quoted_name({}, existing->text) +
                      created_at(session.draft(), existing));
  session.draft().change(existing, [&](Draft::Item& item) {
    item.object = routine;
    item.declared_at = session.at();
    item.notes.edit().written = written(session, routine);
  });
  session.record(Event::Verb::altered, existing, "body");
}

void leave_open(Session& session, const CreateFunctionStmt* statement, const UnknownType& unknown) {
  const std::string name(qualified_name(statement->funcname).name);
  session.not_compared(statement->is_procedure ? "CREATE PROCEDURE" : "CREATE FUNCTION",
                       "what " + unknown.name + " is cannot be told from the files", -1, name);
  session.uncertain_names.insert(name);
  for (const Symbol* routine : session.draft().overloads(Namespace::routine, name)) session.make_uncertain(routine);
}

}  // namespace

void declare_routine(Session& session, QualifiedName qualified, Routine routine, bool replace) {
  const Symbol* schema = session.creation_schema(qualified.schema);
  const std::string signature = signature_of(qualified.name, routine.parameters);
  const Symbol* existing = session.draft().find(Namespace::routine, schema, signature);
  if (existing && replace) return replace_routine(session, existing, routine);
  if (existing)
    fail(sqlstate::duplicate_function, "function " + quoted_name({}, signature) + " already exists with same argument types" +
                                           created_at(session.draft(), existing));
  const Text text = written(session, routine);
  const Symbol* made = session.draft().declare(Namespace::routine, schema, signature, std::move(routine), session.at());
  session.draft().change(made, [&](Draft::Item& item) { item.notes.edit().written = text; });
}

bool read_create_routine(Session& session, const Node* node) {
  const auto* statement = as<CreateFunctionStmt>(node);
  try {
    declare_routine(session, qualified_name(statement->funcname), read_routine(session, statement), statement->replace);
  } catch (const UnknownType& unknown) {
    leave_open(session, statement, unknown);
  }
  return true;
}

bool read_alter_routine(Session& session, const Node* node) {
  const auto* statement = as<AlterFunctionStmt>(node);
  const NamedObject found = find_routine(session, statement->func, statement->objtype);
  if (!found.symbol) {
    if (session.passes_over("ALTER FUNCTION", found.schema, found.name)) return true;
    fail(sqlstate::undefined_function, "function " + quoted_name(found.schema, found.name) + " does not exist");
  }
  Routine changed = *session.draft().object<Routine>(found.symbol);
  for (const Node* option : nodes_of(statement->actions)) apply_routine_option(session, changed, as<DefElem>(option));
  edit<Routine>(session, found.symbol, [&](Routine& routine) { routine = changed; });
  session.record(Event::Verb::altered, found.symbol, "definition");
  return true;
}

namespace {

/// Of a type that nothing here makes, no dependents are known.
std::vector<Symbol*> routines_around(const Draft& draft, const Symbol* type) {
  if (draft.item(type)) return draft.dependents(type);
  std::vector<Symbol*> all;
  for (const Symbol* schema : draft.schemas())
    for (Symbol* routine : draft.members(schema, Namespace::routine)) all.push_back(routine);
  return all;
}

}  // namespace

void rename_signatures(Session& session, const Symbol* type) {
  for (const Symbol* dependent : routines_around(session.draft(), type)) {
    const auto* routine = session.draft().object<Routine>(dependent);
    if (!routine) continue;
    const std::string name = dependent->text.substr(0, dependent->text.find('('));
    const std::string signature = signature_of(name, routine->parameters);
    if (signature != dependent->text) session.draft().rename(dependent, signature);
  }
}

}  // namespace pgplumb
