#include "kinds/access_method/ddl.h"

#include "kinds/named_object.h"

namespace pgplumb {

bool read_create_access_method(Session& session, const Node* node) {
  const auto* statement = as<CreateAmStmt>(node);
  constexpr char of_tables = 't';  // pg_am.amtype
  const auto [schema, function] = qualified_name(statement->handler_name);
  declare_new(session, Namespace::access_method, {{}, statement->amname},
              AccessMethod{statement->amtype == of_tables ? "table" : "index", session.resolve_routine(schema, function)});
  return true;
}

}  // namespace pgplumb
