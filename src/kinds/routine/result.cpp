#include "kinds/routine/result.h"

#include "catalog/routines.h"

namespace pgplumb {

namespace {

std::vector<RowColumn> outputs_of(const Routine& routine) {
  std::vector<RowColumn> columns;
  for (const RoutineParameter& parameter : routine.parameters)
    if (is_output(parameter)) columns.push_back({parameter.name.str(), parameter.type});
  return columns;
}

}  // namespace

std::vector<const Symbol*> routines_in_path(Session& session, const FuncCall* call,
                                            bool (*takes)(const Routine& routine, std::size_t arguments)) {
  const auto [schema_name, name] = qualified_name(call->funcname);
  const std::vector<Symbol*> overloads = session.draft().overloads(Namespace::routine, name);
  if (overloads.empty()) return {};
  const std::vector<std::string> path =
      schema_name.empty() ? session.search_path() : std::vector<std::string>{std::string(schema_name)};
  std::vector<const Symbol*> found;
  for (auto at = path.begin(); at != path.end() && found.empty(); ++at) {
    const Symbol* schema = session.draft().find(Namespace::schema, nullptr, *at);
    for (const Symbol* symbol : overloads)
      if (symbol->parent == schema && takes(*session.draft().object<Routine>(symbol), nodes_of(call->args).size()))
        found.push_back(symbol);
  }
  return found;
}

std::optional<std::vector<RowColumn>> result_columns(Session& session, const FuncCall* call) {
  const auto found = routines_in_path(session, call, takes);
  if (found.size() != 1) return std::nullopt;
  const auto& routine = *session.draft().object<Routine>(found.front());
  auto columns = outputs_of(routine);
  // One output is the value itself.
  if (columns.size() < 2) columns = columns_of_row(session.draft(), *routine.returns.type);
  return columns.empty() ? std::nullopt : std::optional(std::move(columns));
}

}  // namespace pgplumb
