#include "kinds/cast/ddl.h"

#include "kinds/named_object.h"

namespace pgplumb {

namespace {

Text context_of(CoercionContext context) {
  return context == COERCION_IMPLICIT ? "implicit" : context == COERCION_ASSIGNMENT ? "assignment" : "explicit";
}

}  // namespace

bool read_create_cast(Session& session, const Node* node) {
  const auto* statement = as<CreateCastStmt>(node);
  const std::string name = cast_name(session, statement->sourcetype, statement->targettype);
  Cast cast;
  cast.context = context_of(statement->context);
  cast.method = statement->inout ? "with inout" : statement->func ? "with function" : "without function";
  if (statement->func) {
    const NamedObject function = find_routine(session, statement->func, OBJECT_FUNCTION);
    cast.function.symbol = function.symbol ? function.symbol : session.draft().phantom(function.schema, function.name);
  }
  const Symbol* made = session.draft().declare(Namespace::cast, nullptr, name, cast, session.at());
  if (!made) fail(sqlstate::duplicate_object, "cast " + name + " already exists");
  if (session.place().statement)
    session.draft().change(made, [&](Draft::Item& item) { item.notes.edit().written = session.place().statement->text; });
  return true;
}

}  // namespace pgplumb
