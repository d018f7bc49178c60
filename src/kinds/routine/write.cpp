#include "kinds/routine/write.h"

#include <algorithm>
#include <cctype>

#include "catalog/routines.h"
#include "kinds/column/definition.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

bool is_result(const RoutineParameter& parameter) { return parameter.mode == ParameterMode::table; }

std::string written_parameter(const RoutineParameter& parameter) {
  constexpr std::string_view modes[] = {"", "OUT ", "INOUT ", "VARIADIC ", ""};
  std::string sql(modes[static_cast<std::size_t>(parameter.mode)]);
  if (!parameter.name.empty()) sql += quote_identifier(parameter.name.str()) + " ";
  sql += sql_type(parameter.type);
  if (parameter.default_value) sql += " DEFAULT " + default_sql(parameter.type, *parameter.default_value.tree);
  return sql;
}

template <class Wanted, class Write>
std::string list(const Routine& routine, const Wanted& wanted, const Write& write) {
  std::string sql;
  for (const RoutineParameter& parameter : routine.parameters)
    if (wanted(parameter)) sql += (sql.empty() ? "" : ", ") + write(parameter);
  return sql;
}

}  // namespace

std::string quoted_name_of(const Entry& entry) {
  const auto& routine = std::get<Routine>(entry.object);
  ObjectId id = entry.id;
  id.name.remove_suffix(std::min(signature_of({}, routine.parameters).size(), id.name.size()));
  return quoted_owner(id);
}

std::string written_parameters(const Routine& routine) {
  return list(
      routine, [](const RoutineParameter& parameter) { return !is_result(parameter); }, written_parameter);
}

std::string written_types(const Routine& routine) {
  return list(routine, is_input, [](const RoutineParameter& parameter) { return sql_type(parameter.type); });
}

std::string written_result(const Routine& routine) {
  const std::string columns = list(routine, is_result, written_parameter);
  if (!columns.empty()) return "TABLE (" + columns + ")";
  return (routine.returns.is_set ? "SETOF " : "") +
         (routine.returns.type ? sql_type(*routine.returns.type) : std::string("void"));
}

std::string_view sql_word(RoutineKind kind) {
  if (kind == RoutineKind::procedure) return "PROCEDURE";
  return kind == RoutineKind::aggregate ? "AGGREGATE" : "FUNCTION";
}

std::string dollar_quoted(const std::string& text) {
  std::string tag = "$$";
  for (int i = 0; text.find(tag) != std::string::npos; ++i) tag = "$body" + std::to_string(i) + "$";
  return tag + text + tag;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) { return std::toupper(letter); });
  return text;
}

}  // namespace pgplumb
