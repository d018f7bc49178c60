#include "kinds/transform/ddl.h"

#include "kinds/named_object.h"

namespace pgplumb {

bool read_create_transform(Session& session, const Node* node) {
  const auto* statement = as<CreateTransformStmt>(node);
  const auto function = [&](const ObjectWithArgs* named) {
    const auto [schema, name] = qualified_name(named ? named->objname : nullptr);
    return session.resolve_routine(schema, name);
  };
  const std::string name = transform_name(session, statement->type_name, statement->lang);
  const Transform transform{read_column_type(session, statement->type_name),
                            {session.resolve(Namespace::language, {}, statement->lang)},
                            function(statement->fromsql),
                            function(statement->tosql)};
  if (declare_new(session, Namespace::transform, {{}, name}, transform, statement->replace)) return true;
  const Symbol* existing = session.draft().find(Namespace::transform, nullptr, name);
  edit<Transform>(session, existing, [&](Transform& changed) { changed = transform; });
  session.record(Event::Verb::altered, existing, "definition");
  return true;
}

}  // namespace pgplumb
