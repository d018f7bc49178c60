// ALTER … RENAME, and ALTER … SET SCHEMA: what refers to the object follows by itself, for it holds the name's Symbol.
#include <array>

#include "kinds/ddl.h"
#include "statements/statements.h"
#include "statements/uncompared.h"

namespace pgplumb {

namespace {

void rename(Session& session, Symbol* symbol, std::string_view name, const char* sqlstate, const std::string& taken) {
  session.record(Event::Verb::renamed, symbol, std::string(name));
  if (!session.draft().rename(symbol, name)) fail(sqlstate, taken + " already exists");
}

/// Tables, views, sequences and indexes: ALTER TABLE … RENAME takes any of them.
void rename_relation(Session& session, const RenameStmt* statement) {
  const auto [schema, name] = qualified_name(statement->relation);
  const std::string_view new_name = view_of(statement->newname);
  FoundRelation found = session.look_up(schema, name);
  if (!found && statement->missing_ok) return;
  if (!found && statement->renameType == OBJECT_INDEX) {
    if (session.passes_over("ALTER INDEX … RENAME", schema, name)) return;
    fail(sqlstate::undefined_table, "relation " + quoted_name(schema, name) + " does not exist");
  }
  if (!found) {
    found.symbol = session.relation_to_alter(schema, name);
    found.schema = found.symbol->parent;
  }
  if (found.schema) session.require_free_relation_name(found.schema, new_name);
  if (found.bystander) {
    pass_by(session, *found.bystander, "RENAME", name);
    return session.bystanders().rekey(Namespace::relation, found.schema, name, found.schema, new_name);
  }
  rename(session, found.symbol, new_name, sqlstate::duplicate_table, "relation " + quoted_name({}, new_name));
}

Symbol* owner_of(Session& session, const RenameStmt* statement, const char* what) {
  const auto [schema, name] = qualified_name(statement->relation);
  if (statement->missing_ok && !session.look_up(schema, name)) return nullptr;
  return relation_to_change(session, statement->relation, what);
}

void rename_column_of(Session& session, Symbol* column, std::string_view name) {
  rename(session, column, name, sqlstate::duplicate_column,
         "column " + quoted_name({}, name) + " of relation " + quoted_name({}, column->parent->text));
}

void rename_column(Session& session, const RenameStmt* statement) {
  if (statement->relationType == OBJECT_TYPE)
    return session.not_compared("RENAME ATTRIBUTE", "composite types are not compared", -1,
                                std::string(view_of(statement->subname)));
  Symbol* table = owner_of(session, statement, "RENAME COLUMN");
  if (!table) return;
  rename_column_of(session, session.column_to_alter(table, view_of(statement->subname)), view_of(statement->newname));
  for (Symbol* heir : session.heirs_of(table))
    if (Symbol* inherited = session.draft().find(Namespace::column, heir, view_of(statement->subname)))
      rename_column_of(session, inherited, view_of(statement->newname));
}

void rename_constraint(Session& session, const RenameStmt* statement) {
  Symbol* table = owner_of(session, statement, "RENAME CONSTRAINT");
  if (!table) return;
  const std::string_view name = view_of(statement->subname), new_name = view_of(statement->newname);
  session.require_free_constraint_name(table, new_name);
  if (Symbol* found = session.draft().find(Namespace::constraint, table, name))
    return rename(session, found, new_name, sqlstate::duplicate_table, "relation " + quoted_name({}, new_name));
  if (session.bystanders().find(Namespace::constraint, table, name)) {
    session.not_compared("RENAME CONSTRAINT", "check and exclusion constraints are not compared", -1, member_name(table, name));
    return session.bystanders().rekey(Namespace::constraint, table, name, table, new_name);
  }
  if (session.draft().item(table)->stated_in_part || session.passes_over("RENAME CONSTRAINT", {}, name))
    return session.make_uncertain({}, new_name);
  fail(sqlstate::undefined_object,
       "constraint " + quoted_name({}, name) + " for table " + quoted_name({}, table->text) + " does not exist");
}

QualifiedName object_name(const Node* object) {
  if (const auto* type = as<TypeName>(object)) return qualified_name(type->names);
  return object && object->type == T_List ? qualified_name(reinterpret_cast<const List*>(object)) : QualifiedName{};
}

void rename_type(Session& session, const RenameStmt* statement) {
  const auto [schema, name] = object_name(statement->object);
  const std::string_view new_name = view_of(statement->newname);
  if (Symbol* found = session.find_type(schema, name))
    return rename(session, found, new_name, sqlstate::duplicate_object, "type " + quoted_name({}, new_name));
  if (const Symbol* home = session.find_bystander_type(schema, name)) {
    session.not_compared("RENAME", "domains and composite types are not compared", -1, std::string(name));
    return session.bystanders().rekey(Namespace::type, home, name, home, new_name);
  }
  if (session.passes_over("ALTER TYPE … RENAME", schema, name)) return;
  fail(sqlstate::undefined_object, "type " + quoted_name(schema, name) + " does not exist");
}

void rename_schema(Session& session, const RenameStmt* statement) {
  const std::string_view new_name = view_of(statement->newname);
  rename(session, session.schema_named(view_of(statement->subname)), new_name, sqlstate::duplicate_schema,
         "schema " + quoted_name({}, new_name));
}

struct Renamable {
  ObjectType type;
  void (*rename)(Session&, const RenameStmt*);
};
constexpr std::array renamables = {
    Renamable{OBJECT_TABLE, rename_relation},
    Renamable{OBJECT_VIEW, rename_relation},
    Renamable{OBJECT_MATVIEW, rename_relation},
    Renamable{OBJECT_FOREIGN_TABLE, rename_relation},
    Renamable{OBJECT_INDEX, rename_relation},
    Renamable{OBJECT_SEQUENCE, rename_relation},
    Renamable{OBJECT_COLUMN, rename_column},
    Renamable{OBJECT_ATTRIBUTE, rename_column},
    Renamable{OBJECT_TABCONSTRAINT, rename_constraint},
    Renamable{OBJECT_TYPE, rename_type},
    Renamable{OBJECT_DOMAIN, rename_type},
    Renamable{OBJECT_SCHEMA, rename_schema},
};

const Symbol* new_schema(Session& session, const AlterObjectSchemaStmt* statement) {
  return session.schema_named(view_of(statement->newschema));
}

void move_relation(Session& session, const AlterObjectSchemaStmt* statement) {
  const auto [own_schema, name] = qualified_name(statement->relation);
  FoundRelation found = session.look_up(own_schema, name);
  if (!found && statement->missing_ok) return;
  if (!found) found.symbol = session.relation_to_alter(own_schema, name);
  const Symbol* schema = new_schema(session, statement);
  if (found.bystander) {
    pass_by(session, *found.bystander, "SET SCHEMA", name);
    return session.bystanders().rekey(Namespace::relation, found.schema, name, schema, name);
  }
  if (found.symbol->parent == schema) return;
  session.require_free_relation_name(schema, name);
  session.record(Event::Verb::renamed, found.symbol, schema->text + "." + std::string(name));
  session.draft().move(found.symbol, schema);
}

void move_type(Session& session, const AlterObjectSchemaStmt* statement) {
  const auto [own_schema, name] = object_name(statement->object);
  if (Symbol* found = session.find_type(own_schema, name)) {
    const Symbol* schema = new_schema(session, statement);
    session.record(Event::Verb::renamed, found, schema->text + "." + std::string(name));
    if (found->parent != schema && !session.draft().move(found, schema))
      fail(sqlstate::duplicate_object,
           "type " + quoted_name({}, name) + " already exists in schema " + quoted_name({}, schema->text));
    return;
  }
  if (const Symbol* home = session.find_bystander_type(own_schema, name))
    return session.bystanders().rekey(Namespace::type, home, name, new_schema(session, statement), name);
  if (session.passes_over("ALTER TYPE … SET SCHEMA", own_schema, name)) return;
  fail(sqlstate::undefined_object, "type " + quoted_name(own_schema, name) + " does not exist");
}

}  // namespace

void read_rename(Session& session, const Node* node) {
  const auto* statement = as<RenameStmt>(node);
  for (const Renamable& renamable : renamables)
    if (renamable.type == statement->renameType) return renamable.rename(session, statement);
  const ObjectWords words = object_words(statement->renameType);
  session.not_compared("ALTER " + std::string(words.name) + " … RENAME", std::string(words.plural) + " are not compared");
}

void read_set_schema(Session& session, const Node* node) {
  const auto* statement = as<AlterObjectSchemaStmt>(node);
  const ObjectWords words = object_words(statement->objectType);
  if (statement->relation) return move_relation(session, statement);
  if (statement->objectType == OBJECT_TYPE || statement->objectType == OBJECT_DOMAIN) return move_type(session, statement);
  session.not_compared("ALTER " + std::string(words.name) + " … SET SCHEMA", std::string(words.plural) + " are not compared");
}

}  // namespace pgplumb
