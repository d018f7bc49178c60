#include "kinds/language/ddl.h"

#include "kinds/named_object.h"

namespace pgplumb {

bool read_create_language(Session& session, const Node* node) {
  const auto* statement = as<CreatePLangStmt>(node);
  const auto function = [&](const List* names) {
    const auto [schema, name] = qualified_name(names);
    return session.resolve_routine(schema, name);
  };
  const Language language{statement->pltrusted, function(statement->plhandler), function(statement->plinline),
                          function(statement->plvalidator)};
  const Symbol* made = declare_new(session, Namespace::language, {{}, statement->plname}, language, statement->replace);
  if (made) return true;
  const Symbol* existing = session.draft().find(Namespace::language, nullptr, statement->plname);
  edit<Language>(session, existing, [&](Language& changed) { changed = language; });
  session.record(Event::Verb::altered, existing, "definition");
  return true;
}

}  // namespace pgplumb
