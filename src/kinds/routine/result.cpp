#include "kinds/routine/result.h"

#include <algorithm>

namespace pgplumb {

namespace {

bool takes(const Routine& routine, std::size_t arguments) {
  std::size_t most = 0, least = 0;
  for (const RoutineParameter& parameter : routine.parameters) {
    if (parameter.mode == ParameterMode::out || parameter.mode == ParameterMode::table) continue;
    ++most;
    least += !parameter.default_value && parameter.mode != ParameterMode::variadic;
    if (parameter.mode == ParameterMode::variadic) most = std::max(most, arguments);
  }
  return least <= arguments && arguments <= most;
}

/// Of the first schema of the search_path that has any.
std::vector<const Routine*> routines_called(Session& session, const FuncCall* call) {
  const auto [schema_name, name] = qualified_name(call->funcname);
  const std::vector<std::string> path =
      schema_name.empty() ? session.search_path() : std::vector<std::string>{std::string(schema_name)};
  std::vector<const Routine*> found;
  for (const std::string& candidate : path) {
    const Symbol* schema = session.draft().find(Namespace::schema, nullptr, candidate);
    for (const Symbol* symbol : schema ? session.draft().members(schema, Namespace::routine) : std::vector<Symbol*>()) {
      const bool is_named_so = symbol->text.starts_with(std::string(name) + "(");
      const auto* routine = is_named_so ? session.draft().object<Routine>(symbol) : nullptr;
      if (routine && takes(*routine, nodes_of(call->args).size())) found.push_back(routine);
    }
    if (!found.empty()) break;
  }
  return found;
}

std::vector<ResultColumn> outputs_of(const Routine& routine) {
  std::vector<ResultColumn> columns;
  for (const RoutineParameter& parameter : routine.parameters)
    if (is_output(parameter)) columns.push_back({parameter.name.str(), parameter.type});
  return columns;
}

/// Of a table's rows, or of a composite type.
std::vector<ResultColumn> columns_of_type(Session& session, const DataType& type) {
  std::vector<ResultColumn> columns;
  if (const auto* composite = session.draft().object<CompositeType>(type.name))
    for (const TypeAttribute& attribute : composite->attributes) columns.push_back({attribute.name.str(), attribute.type});
  const Draft::Item* table = session.draft().object<Table>(type.name) ? session.draft().item(type.name) : nullptr;
  if (!table || table->stated_in_part || table->uncertain) return columns;
  for (const Symbol* column : session.draft().members(type.name, Namespace::column))
    columns.push_back({column->text, session.draft().object<Column>(column)->type});
  return columns;
}

}  // namespace

bool is_output(const RoutineParameter& parameter) {
  return parameter.mode == ParameterMode::out || parameter.mode == ParameterMode::inout || parameter.mode == ParameterMode::table;
}

std::optional<std::vector<ResultColumn>> result_columns(Session& session, const FuncCall* call) {
  const auto found = routines_called(session, call);
  if (found.size() != 1) return std::nullopt;
  auto columns = outputs_of(*found.front());
  // One output is the value itself.
  if (columns.size() < 2) columns = columns_of_type(session, *found.front()->returns.type);
  return columns.empty() ? std::nullopt : std::optional(std::move(columns));
}

}  // namespace pgplumb
