// ALTER … SET SCHEMA: what refers to the object follows by itself, for it holds the name's Symbol.
#include "kinds/ddl.h"
#include "kinds/extension/ddl.h"
#include "kinds/named_object.h"
#include "kinds/partition/inherited.h"
#include "kinds/unique/ddl.h"
#include "statements/renamed_types.h"
#include "statements/statements.h"
#include "statements/uncompared.h"

namespace pgplumb {

namespace {

const Symbol* new_schema(Session& session, const AlterObjectSchemaStmt* statement) {
  return session.creation_schema(view_of(statement->newschema));
}

void move_relation(Session& session, const AlterObjectSchemaStmt* statement) {
  const auto [own_schema, name] = qualified_name(statement->relation);
  FoundRelation found = session.look_up(own_schema, name);
  if (!found && statement->missing_ok) return;
  if (!found) found.symbol = session.relation_to_alter(own_schema, name);
  const Symbol* schema = new_schema(session, statement);
  if (found.symbol->parent == schema) return;
  if (session.is_temporary(found.symbol) || session.is_temporary(schema))
    fail(sqlstate::feature_not_supported, "cannot move objects into or out of temporary schemas");
  if (const auto* sequence = session.draft().object<Sequence>(found.symbol); sequence && sequence->owned_by)
    fail(sqlstate::feature_not_supported, "cannot move an owned sequence into another schema");
  if (session.draft().object<Partition>(found.symbol)) note_inherited_names(session, found.symbol);
  session.require_free_relation_name(schema, name);
  const TypeAsWritten row_type_before = type_as_written(found.symbol);
  session.record(Event::Verb::renamed, found.symbol, schema->text + "." + std::string(name));
  session.draft().move(found.symbol, schema);
  follow_renamed_type(session, found.symbol, row_type_before);
  // What a column owns moves with its table.
  for (const Symbol* dependent : session.draft().dependents(found.symbol))
    if (session.draft().object<Sequence>(dependent)) session.draft().move(dependent, schema);
}

void move_object(Session& session, const AlterObjectSchemaStmt* statement) {
  const auto [found_symbol, own_schema, name, owner] = find_named(session, statement->objectType, statement->object);
  const std::string words(object_words(statement->objectType).name);
  if (Symbol* found = found_symbol) {
    const Symbol* schema = new_schema(session, statement);
    const TypeAsWritten before = type_as_written(found);
    session.record(Event::Verb::renamed, found, schema->text + "." + std::string(name));
    if (statement->objectType == OBJECT_COLLATION) rename_collation_of_keys(session, found, {found->text, schema});
    if (found->parent != schema && !session.draft().move(found, schema))
      fail(sqlstate::duplicate_object, std::string(object_words(statement->objectType).name) + " " + quoted_name({}, name) +
                                           " already exists in schema " + quoted_name({}, schema->text));
    if (namespace_of(statement->objectType) == Namespace::type) follow_renamed_type(session, found, before);
    return;
  }
  const Symbol* multirange = statement->objectType == OBJECT_TYPE ? session.find_multirange(own_schema, name) : nullptr;
  if (multirange && multirange->parent == new_schema(session, statement)) return;
  if (multirange) return call_multirange_otherwise(session, multirange, new_schema(session, statement), name);
  if (session.passes_over("ALTER " + words + " … SET SCHEMA", own_schema, name)) return;
  fail(sqlstate::undefined_object, words + " " + quoted_name(own_schema, name) + " does not exist");
}

}  // namespace

void read_set_schema(Session& session, const Node* node) {
  const auto* statement = as<AlterObjectSchemaStmt>(node);
  const ObjectWords words = object_words(statement->objectType);
  if (statement->relation) return move_relation(session, statement);
  if (move_extension(session, node)) return;
  if (const auto space = namespace_of(statement->objectType); space && !is_global(*space) && !is_member(*space))
    return move_object(session, statement);
  session.not_compared("ALTER " + std::string(words.name) + " … SET SCHEMA", std::string(words.plural) + " are not compared");
}

}  // namespace pgplumb
