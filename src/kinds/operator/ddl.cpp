#include "kinds/operator/ddl.h"

#include <pgplumb/kinds/routine.h>

#include <map>
#include <string>

#include "kinds/definition.h"
#include "kinds/named_object.h"

namespace pgplumb {

namespace {

/// An operand's type; NONE where a prefix operator has none.
RoutineParameter operand(Session& session, const Definition& definition, std::string_view name) {
  RoutineParameter parameter;
  parameter.type = definition.type(session, name);
  if (!parameter.type.name) parameter.type.name = session.draft().phantom({}, "NONE");
  return parameter;
}

/// What the planner is told, by option, but for which operators are the opposite of which: a statement about one says that of
/// both.
using Options = std::map<std::string, std::string>;

/// What the definition gives; NONE takes an option away.
void apply(const Definition& definition, Options& options) {
  for (const char* flag : {"hashes", "merges"})
    if (definition.flag(flag, false)) options[flag] = flag;
  for (const char* option : {"join", "restrict"}) {
    if (!definition.has(option)) continue;
    const std::string estimator = definition.text(option);
    if (estimator.empty())
      options.erase(option);
    else
      options[option] = option + (" = " + estimator);
  }
}

Text written(const Options& options) {
  std::string text;
  for (const auto& [option, clause] : options) text += (text.empty() ? "" : ", ") + clause;
  return text;
}

Options split(Text text) {
  Options options;
  std::string rest = text.str();
  while (!rest.empty()) {
    const auto comma = rest.find(", ");
    const std::string clause = rest.substr(0, comma);
    options[clause.substr(0, clause.find(' '))] = clause;
    rest = comma == rest.npos ? "" : rest.substr(comma + 2);
  }
  return options;
}

void report_opposites(Session& session, const Definition& definition, const std::string& signature) {
  for (const char* other : {"commutator", "negator"})
    if (definition.has(other))
      session.not_compared(other, "which operator is the opposite of which is not compared", -1, signature);
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
  Options options;
  apply(definition, options);
  Operator made{session.resolve_routine(function_schema, function, signature_of(function, operands)), written(options)};
  const Symbol* symbol = session.draft().declare(Namespace::operators, schema, signature, made, session.at());
  if (!symbol) fail(sqlstate::duplicate_function, "operator " + quoted_name({}, signature) + " already exists");
  report_opposites(session, definition, signature);
  if (session.place().statement)
    session.draft().change(symbol, [&](Draft::Item& item) { item.notes.edit().written = session.place().statement->text; });
  return true;
}

bool read_alter_operator(Session& session, const Node* node) {
  const auto* statement = as<AlterOperatorStmt>(node);
  const Definition definition(statement->options);
  const NamedObject found = find_named(session, OBJECT_OPERATOR, reinterpret_cast<const Node*>(statement->opername));
  if (!found.symbol) return session.not_compared("ALTER OPERATOR", std::string(came_along), -1, found.name), true;
  Options options = split(session.draft().object<Operator>(found.symbol)->options);
  apply(definition, options);
  edit<Operator>(session, found.symbol, [&](Operator& changed) { changed.options = written(options); });
  report_opposites(session, definition, found.name);
  session.record(Event::Verb::altered, found.symbol, "options");
  return true;
}

}  // namespace pgplumb
