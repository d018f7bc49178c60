// DROP of everything that a catalog may hold.
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <optional>

#include "catalog/declared.h"
#include "kinds/ddl.h"
#include "kinds/named_object.h"
#include "kinds/operator/ddl.h"
#include "kinds/partition/inherited.h"
#include "statements/dropped_extension.h"
#include "statements/statements.h"
#include "statements/uncompared.h"

namespace pgplumb {

namespace {

/// One object of a DROP.
struct Target {
  const DropStmt* statement;
  std::string_view schema;
  std::string_view name;
  const Node* object;  ///< as the statement names it
};

std::string lower_name(ObjectType type) { return lower_case(object_words(type).name); }

/// What is not there: no matter with IF EXISTS.
const Symbol* miss(Session& session, const Target& target, const char* sqlstate) {
  if (target.statement->missing_ok) return nullptr;
  const std::string what = "DROP " + std::string(object_words(target.statement->removeType).name);
  if (session.passes_over(what, target.schema, target.name) || drops_what_was_before(session, what, target.name)) return nullptr;
  if (!target.schema.empty()) session.schema_named(target.schema);
  fail(sqlstate, lower_name(target.statement->removeType) + " " + quoted_name(target.schema, target.name) + " does not exist");
}

const char* undefined(ObjectType type) {
  return namespace_of(type) == Namespace::routine ? sqlstate::undefined_function : sqlstate::undefined_object;
}

bool is_of_type(Session& session, const Symbol* symbol, ObjectType type) {
  if (session.draft().object<Sequence>(symbol)) return type == OBJECT_SEQUENCE;
  // Of what has been made as a foreign table and is a partition no more is kept.
  if (session.draft().object<Partition>(symbol)) return type == OBJECT_TABLE || type == OBJECT_FOREIGN_TABLE;
  const auto* table = session.draft().object<Table>(symbol);
  if (!table) return type == OBJECT_INDEX;
  if (session.draft().item(symbol)->stated_in_part) return type != OBJECT_INDEX && type != OBJECT_SEQUENCE;
  switch (table->relation_kind) {
    case RelationKind::view:
      return type == OBJECT_VIEW;
    case RelationKind::materialized_view:
      return type == OBJECT_MATVIEW;
    case RelationKind::foreign_table:
      return type == OBJECT_FOREIGN_TABLE;
    default:
      return type == OBJECT_TABLE;
  }
}

/// The sequence of an identity column goes with that only.
void require_no_identity(Session& session, const Symbol* symbol) {
  const auto* sequence = session.draft().object<Sequence>(symbol);
  const Symbol* owner = sequence ? sequence->owned_by.symbol : nullptr;
  const auto* column = session.draft().object<Column>(owner);
  if (column && column->identity != Identity::none)
    fail(sqlstate::dependent_objects_still_exist, "cannot drop sequence " + symbol->text + " because column " + owner->text +
                                                      " of table " + owner->parent->text + " requires it");
}

const Symbol* find_relation(Session& session, const Target& target) {
  const FoundRelation found = session.look_up(target.schema, target.name);
  const ObjectType type = target.statement->removeType;
  if (!found) return miss(session, target, type == OBJECT_INDEX ? sqlstate::undefined_object : sqlstate::undefined_table);
  if (!is_of_type(session, found.symbol, type))
    fail(sqlstate::wrong_object_type,
         quoted_name({}, target.name) + " is not " + (type == OBJECT_INDEX ? "an " : "a ") + lower_name(type));
  if (session.draft().item(found.symbol)->space == Namespace::constraint)
    fail(sqlstate::dependent_objects_still_exist, "cannot drop index " + std::string(target.name) + " because constraint " +
                                                      std::string(target.name) + " on table " + found.symbol->parent->text +
                                                      " requires it");
  require_no_identity(session, found.symbol);
  keep_names_beside(session, found.symbol);
  return found.symbol;
}

const Symbol* find_type(Session& session, const Target& target) {
  const Symbol* found = session.find_type(target.schema, target.name);
  const Symbol* multirange = session.find_multirange(target.schema, target.name);
  if (!found && multirange)
    fail(sqlstate::dependent_objects_still_exist, "cannot drop type " + multirange->text + " because type " +
                                                      session.draft().declared(multirange->number)->symbol->text +
                                                      " requires it");
  return found ? found : miss(session, target, sqlstate::undefined_object);
}

const Symbol* find_schema(Session& session, const Target& target) {
  const Symbol* found = session.draft().find(Namespace::schema, nullptr, target.name);
  return found ? found : miss(session, target, sqlstate::invalid_schema_name);
}

/// None where a schema or type that the name holds is not there either, which is no matter with IF EXISTS.
std::optional<NamedObject> look_for(Session& session, const Target& target) {
  try {
    return find_named(session, target.statement->removeType, target.object);
  } catch (const StatementFailure& failure) {
    const bool is_not_there = failure.sqlstate == sqlstate::undefined_object || failure.sqlstate == sqlstate::invalid_schema_name;
    if (target.statement->missing_ok && is_not_there) return std::nullopt;
    throw;
  }
}

/// Triggers, policies, functions, extensions …
const Symbol* find_named(Session& session, const Target& target) {
  const ObjectType type = target.statement->removeType;
  const std::string words = "DROP " + std::string(object_words(type).name);
  const auto there = look_for(session, target);
  if (!there) return nullptr;
  const NamedObject& found = *there;
  if (found.symbol) return found.symbol;
  if (type == OBJECT_OPERATOR && drop_shell(session, found.schema, found.name)) return nullptr;
  const Draft::Item* owner = session.draft().item(found.owner);
  if (owner && (owner->stated_in_part || owner->uncertain)) return nullptr;
  if (session.draft().object<Partition>(found.owner) && !target.statement->missing_ok)
    return pass_by_partition(session, words, found.name), nullptr;
  return miss(session, {target.statement, found.schema, found.name, target.object}, undefined(type));
}

struct Droppable {
  ObjectType type;
  const Symbol* (*find)(Session&, const Target&);  ///< null for what there is nothing to do about
};
constexpr std::array droppables = {
    Droppable{OBJECT_TABLE, find_relation},
    Droppable{OBJECT_VIEW, find_relation},
    Droppable{OBJECT_MATVIEW, find_relation},
    Droppable{OBJECT_FOREIGN_TABLE, find_relation},
    Droppable{OBJECT_INDEX, find_relation},
    Droppable{OBJECT_SEQUENCE, find_relation},
    Droppable{OBJECT_TYPE, find_type},
    Droppable{OBJECT_DOMAIN, find_type},
    Droppable{OBJECT_SCHEMA, find_schema},
    Droppable{OBJECT_TRIGGER, find_named},
    Droppable{OBJECT_POLICY, find_named},
    Droppable{OBJECT_RULE, find_named},
    Droppable{OBJECT_FUNCTION, find_named},
    Droppable{OBJECT_PROCEDURE, find_named},
    Droppable{OBJECT_ROUTINE, find_named},
    Droppable{OBJECT_AGGREGATE, find_named},
    Droppable{OBJECT_EXTENSION, find_named},
    Droppable{OBJECT_STATISTIC_EXT, find_named},
    Droppable{OBJECT_EVENT_TRIGGER, find_named},
    Droppable{OBJECT_PUBLICATION, find_named},
    Droppable{OBJECT_CAST, find_named},
    Droppable{OBJECT_OPERATOR, find_named},
    Droppable{OBJECT_COLLATION, find_named},
    Droppable{OBJECT_FDW, find_named},
    Droppable{OBJECT_FOREIGN_SERVER, find_named},
    Droppable{OBJECT_TSPARSER, find_named},
    Droppable{OBJECT_TSTEMPLATE, find_named},
    Droppable{OBJECT_TSDICTIONARY, find_named},
    Droppable{OBJECT_TSCONFIGURATION, find_named},
    Droppable{OBJECT_OPFAMILY, find_named},
    Droppable{OBJECT_OPCLASS, find_named},
    Droppable{OBJECT_CONVERSION, find_named},
    Droppable{OBJECT_LANGUAGE, find_named},
    Droppable{OBJECT_ACCESS_METHOD, find_named},
    Droppable{OBJECT_TRANSFORM, find_named},
};

/// Names are Strings, lists of Strings, or a TypeName with one.
QualifiedName name_of(const Node* object) {
  if (const auto* type = as<TypeName>(object)) return qualified_name(type->names);
  if (const auto* function = as<ObjectWithArgs>(object)) return qualified_name(function->objname);
  if (as<String>(object)) return {{}, text_of(object)};
  return object->type == T_List ? qualified_name(reinterpret_cast<const List*>(object)) : QualifiedName{};
}

}  // namespace

void read_drop(Session& session, const Node* node) {
  const auto* statement = as<DropStmt>(node);
  const ObjectWords words = object_words(statement->removeType);
  const auto droppable =
      std::find_if(droppables.begin(), droppables.end(), [&](const Droppable& row) { return row.type == statement->removeType; });
  std::vector<const Symbol*> found;
  for (const Node* object : nodes_of(statement->objects)) {
    const auto [schema, name] = name_of(object);
    if (droppable == droppables.end())
      session.not_compared("DROP " + std::string(words.name), std::string(words.plural) + " are not compared", -1,
                           std::string(name));
    else if (const Symbol* symbol = droppable->find(session, {statement, schema, name, object}))
      found.push_back(symbol);
  }
  const bool cascade = statement->behavior == DROP_CASCADE;
  const bool takes_extensions =
      cascade && std::any_of(found.begin(), found.end(), [&](const Symbol* one) { return may_take_extension(session, one); });
  session.drop(std::move(found), cascade);
  if (takes_extensions) doubt_what_may_need_extension(session);
}

}  // namespace pgplumb
