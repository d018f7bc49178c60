#include "kinds/operator/ddl.h"

#include <pgplumb/kinds/routine.h>

namespace pgplumb {

namespace {

/// An operand's type; NONE where a prefix operator has none.
RoutineParameter operand(Session& session, const Node* type) {
  RoutineParameter parameter;
  if (const auto* name = as<TypeName>(type))
    parameter.type = read_column_type(session, name);
  else
    parameter.type.name = session.draft().phantom({}, "NONE");
  return parameter;
}

}  // namespace

bool read_create_operator(Session& session, const Node* node) {
  const auto* statement = as<DefineStmt>(node);
  if (statement->kind != OBJECT_OPERATOR) return false;
  const Node *left = nullptr, *right = nullptr;
  Operator made;
  for (const Node* option : nodes_of(statement->definition)) {
    const auto* given = as<DefElem>(option);
    const std::string_view name = view_of(given->defname);
    if (name == "leftarg") left = given->arg;
    if (name == "rightarg") right = given->arg;
    const auto* function = as<TypeName>(given->arg);
    if ((name == "procedure" || name == "function") && function) made.function = qualified_name(function->names).name;
  }
  const auto [schema_name, name] = qualified_name(statement->defnames);
  const Symbol* schema = session.creation_schema(schema_name);
  const std::string signature = signature_of(name, {operand(session, left), operand(session, right)});
  const Symbol* symbol = session.draft().declare(Namespace::operators, schema, signature, made, session.at());
  if (!symbol) fail(sqlstate::duplicate_function, "operator " + quoted_name({}, signature) + " already exists");
  if (session.place().statement)
    session.draft().change(symbol, [&](Draft::Item& item) { item.notes.edit().written = session.place().statement->text; });
  return true;
}

}  // namespace pgplumb
