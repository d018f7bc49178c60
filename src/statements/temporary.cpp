#include "statements/temporary.h"

#include "kinds/ddl.h"

namespace pgplumb {

namespace {

Symbol* temporary_schema(Session& session) { return session.draft().find(Namespace::schema, nullptr, "pg_temp"); }

}  // namespace

bool is_about_temporary(const Node* statement) {
  if (const auto* made = as<CreateFunctionStmt>(statement)) return is_temporary(made->funcname);
  if (const auto* made = as<CreateEnumStmt>(statement)) return is_temporary(made->typeName);
  if (const auto* made = as<CreateDomainStmt>(statement)) return is_temporary(made->domainname);
  if (const auto* made = as<CreateRangeStmt>(statement)) return is_temporary(made->typeName);
  if (const auto* made = as<DefineStmt>(statement)) return is_temporary(made->defnames);
  if (const auto* made = as<CompositeTypeStmt>(statement)) return is_temporary(made->typevar);
  const auto* drop = as<DropStmt>(statement);
  const Node* first = drop ? nodes_of(drop->objects).front() : nullptr;
  if (const auto* routine = as<ObjectWithArgs>(first)) return is_temporary(routine->objname);
  const auto* type = as<TypeName>(first);
  return type && is_temporary(type->names);
}

bool keep_temporary_routine(Session& session, const Node* statement) {
  if (const auto* drop = as<DropStmt>(statement))
    return as<ObjectWithArgs>(nodes_of(drop->objects).front()) && temporary_schema(session);
  if (!as<CreateFunctionStmt>(statement)) return false;
  session.draft().declare(Namespace::schema, nullptr, "pg_temp", Schema{}, session.at());
  return true;
}

void drop_temporary(Session& session) {
  if (const Symbol* schema = temporary_schema(session)) session.drop({schema}, true);
}

}  // namespace pgplumb
