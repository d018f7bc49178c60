#include "kinds/operator/ddl.h"

#include <pgplumb/kinds/routine.h>

#include "kinds/definition.h"

namespace pgplumb {

namespace {

/// An operand's type; NONE where a prefix operator has none.
RoutineParameter operand(Session& session, const Definition& definition, std::string_view name) {
  RoutineParameter parameter;
  parameter.type = definition.type(session, name);
  if (!parameter.type.name) parameter.type.name = session.draft().phantom({}, "NONE");
  return parameter;
}

/// What the planner is told, but for which operators are the opposite of which: a statement about one says that of both.
std::string options_of(const Definition& definition) {
  std::string text;
  const auto add = [&](const std::string& option) { text += (text.empty() ? "" : ", ") + option; };
  for (const char* option : {"hashes", "join", "merges", "restrict"}) {
    const bool is_flag = option[0] == 'h' || option[0] == 'm';
    if (is_flag && definition.flag(option, false)) add(option);
    if (!is_flag && definition.has(option)) add(option + (" = " + definition.text(option)));
  }
  return text;
}

}  // namespace

bool read_create_operator(Session& session, const Node* node) {
  const auto* statement = as<DefineStmt>(node);
  if (statement->kind != OBJECT_OPERATOR) return false;
  const Definition definition(statement->definition);
  std::vector<RoutineParameter> operands{operand(session, definition, "leftarg"), operand(session, definition, "rightarg")};
  const auto [schema_name, name] = qualified_name(statement->defnames);
  const Symbol* schema = session.creation_schema(schema_name);
  const std::string signature = signature_of(name, operands);
  if (!definition.has("leftarg")) operands.erase(operands.begin());
  const auto [function_schema, function] = definition.object(definition.has("function") ? "function" : "procedure");
  Operator made{session.resolve_routine(function_schema, function, signature_of(function, operands)), options_of(definition)};
  const Symbol* symbol = session.draft().declare(Namespace::operators, schema, signature, made, session.at());
  if (!symbol) fail(sqlstate::duplicate_function, "operator " + quoted_name({}, signature) + " already exists");
  for (const char* other : {"commutator", "negator"})
    if (definition.has(other))
      session.not_compared(other, "which operator is the opposite of which is not compared", -1, signature);
  if (session.place().statement)
    session.draft().change(symbol, [&](Draft::Item& item) { item.notes.edit().written = session.place().statement->text; });
  return true;
}

}  // namespace pgplumb
