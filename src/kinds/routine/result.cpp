#include "kinds/routine/result.h"

#include "catalog/routines.h"

namespace pgplumb {

namespace {

std::vector<ResultColumn> outputs_of(const Routine& routine) {
  std::vector<ResultColumn> columns;
  for (const RoutineParameter& parameter : routine.parameters)
    if (is_output(parameter)) columns.push_back({parameter.name.str(), parameter.type});
  return columns;
}

}  // namespace

std::vector<ResultColumn> columns_of_row(Session& session, const DataType& type) {
  std::vector<ResultColumn> columns;
  if (type.is_array) return columns;
  if (const auto* composite = session.draft().object<CompositeType>(type.name))
    for (const TypeAttribute& attribute : composite->attributes) columns.push_back({attribute.name.str(), attribute.type});
  const Draft::Item* table = session.draft().object<Table>(type.name) ? session.draft().item(type.name) : nullptr;
  if (!table || table->stated_in_part || table->uncertain) return columns;
  for (const Symbol* column : session.draft().members(type.name, Namespace::column))
    columns.push_back({column->text, session.draft().object<Column>(column)->type});
  return columns;
}

std::vector<const Symbol*> routines_in_path(Session& session, const FuncCall* call,
                                            bool (*takes)(const Routine& routine, std::size_t arguments)) {
  const auto [schema_name, name] = qualified_name(call->funcname);
  const std::vector<std::string> path =
      schema_name.empty() ? session.search_path() : std::vector<std::string>{std::string(schema_name)};
  std::vector<const Symbol*> found;
  for (auto at = path.begin(); at != path.end() && found.empty(); ++at) {
    const Symbol* schema = session.draft().find(Namespace::schema, nullptr, *at);
    for (const Symbol* symbol : schema ? session.draft().members(schema, Namespace::routine) : std::vector<Symbol*>())
      if (name_without_signature(symbol->text) == name &&
          takes(*session.draft().object<Routine>(symbol), nodes_of(call->args).size()))
        found.push_back(symbol);
  }
  return found;
}

std::optional<std::vector<ResultColumn>> result_columns(Session& session, const FuncCall* call) {
  const auto found = routines_in_path(session, call, takes);
  if (found.size() != 1) return std::nullopt;
  const auto& routine = *session.draft().object<Routine>(found.front());
  auto columns = outputs_of(routine);
  // One output is the value itself.
  if (columns.size() < 2) columns = columns_of_row(session, *routine.returns.type);
  return columns.empty() ? std::nullopt : std::optional(std::move(columns));
}

}  // namespace pgplumb
