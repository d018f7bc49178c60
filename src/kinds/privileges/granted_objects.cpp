#include "kinds/privileges/granted_objects.h"

#include <algorithm>
#include <array>

#include "kinds/named_object.h"

namespace pgplumb {

namespace {

constexpr std::string_view what = "GRANT or REVOKE", nothing_makes_it = "nothing that could be read and applied makes it";

constexpr std::array compared = {OBJECT_TABLE,     OBJECT_SEQUENCE, OBJECT_SCHEMA,        OBJECT_FUNCTION,
                                 OBJECT_PROCEDURE, OBJECT_ROUTINE,  OBJECT_TYPE,          OBJECT_DOMAIN,
                                 OBJECT_LANGUAGE,  OBJECT_FDW,      OBJECT_FOREIGN_SERVER};

/// Also a sequence by the name of TABLE, as PostgreSQL takes it.
Symbol* find_relation(Session& session, const RangeVar* named) {
  const auto [schema, name] = qualified_name(named);
  const FoundRelation found = session.look_up(schema, name);
  if (session.draft().object<Sequence>(found.symbol) || session.draft().object<Partition>(found.symbol)) return found.symbol;
  Symbol* relation = session.relation_to_refer_to(schema, name);
  if (!relation) session.not_compared(std::string(what), std::string(nothing_makes_it), -1, std::string(name));
  return relation;
}

Symbol* find_object(Session& session, ObjectType type, const Node* node) {
  if (const auto* relation = as<RangeVar>(node)) return find_relation(session, relation);
  const NamedObject found = find_named(session, type, node);
  if (!found.symbol) session.not_compared(std::string(what), std::string(nothing_makes_it), -1, found.name);
  const auto* language = session.draft().object<Language>(found.symbol);
  if (language && !language->trusted)  // only superusers can use it
    fail(sqlstate::wrong_object_type, "language " + quoted_name({}, found.name) + " is not trusted");
  return found.symbol;
}

/// ALL FUNCTIONS are all but procedures, ALL ROUTINES all.
bool is_meant(const Draft& draft, const Symbol* symbol, ObjectType type) {
  const auto* routine = draft.object<Routine>(symbol);
  if (!routine || type == OBJECT_ROUTINE) return true;
  return (routine->routine_kind == RoutineKind::procedure) == (type == OBJECT_PROCEDURE);
}

void append_all_in_schema(Session& session, std::string_view name, ObjectType type, std::vector<Symbol*>& found) {
  const Symbol* schema = schema_to_grant_in(session, what, name);
  if (!schema) return;
  for (Symbol* member : session.draft().members(schema, *namespace_of(type)))
    if (is_meant(session.draft(), member, type)) found.push_back(member);
  if (type != OBJECT_TABLE) return;
  for (Symbol* partition : session.draft().members(schema, Namespace::partition)) found.push_back(partition);
}

}  // namespace

bool is_on_compared_objects(const GrantStmt* statement) {
  return std::find(compared.begin(), compared.end(), statement->objtype) != compared.end();
}

const Symbol* schema_to_grant_in(Session& session, std::string_view clause, std::string_view name) {
  const Symbol* found = session.draft().find(Namespace::schema, nullptr, name);
  return found || session.passes_over(clause, {}, name) ? found : session.schema_named(name);
}

std::vector<Symbol*> granted_objects(Session& session, const GrantStmt* statement) {
  std::vector<Symbol*> found;
  for (const Node* node : nodes_of(statement->objects))
    if (statement->targtype == ACL_TARGET_ALL_IN_SCHEMA)
      append_all_in_schema(session, text_of(node), statement->objtype, found);
    else if (Symbol* symbol = find_object(session, statement->objtype, node))
      found.push_back(symbol);
  return found;
}

}  // namespace pgplumb
