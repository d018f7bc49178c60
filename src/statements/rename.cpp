// ALTER … RENAME: what refers to the object follows by itself, for it holds the name's Symbol.
#include <array>

#include "catalog/field_accesses.h"
#include "catalog/held_names.h"
#include "kinds/column/ddl.h"
#include "kinds/composite_type/ddl.h"
#include "kinds/ddl.h"
#include "kinds/domain/ddl.h"
#include "kinds/extension/ddl.h"
#include "kinds/named_object.h"
#include "kinds/partition/ddl.h"
#include "kinds/partition/inherited.h"
#include "kinds/routine/ddl.h"
#include "kinds/table/heirs.h"
#include "kinds/unique/ddl.h"
#include "kinds/user_mapping/ddl.h"
#include "statements/renamed_types.h"
#include "statements/statements.h"
#include "statements/typed_tables.h"
#include "statements/uncompared.h"

namespace pgplumb {

namespace {

void rename(Session& session, Symbol* symbol, std::string_view name, const char* sqlstate, const std::string& taken) {
  session.record(Event::Verb::renamed, symbol, std::string(name));
  if (!session.draft().rename(symbol, name)) fail(sqlstate, taken + " already exists");
}

/// The index that a partition has from its table; false for any other.
bool rename_inherited_index(Session& session, std::string_view schema, std::string_view name, std::string_view new_name) {
  const HeirOfIndex heir = find_heir_of_index(session, schema, name);
  if (heir.partition) note_inherited_name(session, heir.partition, heir.of, Text(new_name));
  return heir.partition;
}

/// Tables, views, sequences and indexes: ALTER TABLE … RENAME takes any of them.
void rename_relation(Session& session, const RenameStmt* statement) {
  const auto [schema, name] = qualified_name(statement->relation);
  const std::string_view new_name = view_of(statement->newname);
  FoundRelation found = session.look_up(schema, name);
  if (!found && statement->missing_ok) return;
  if (!found && rename_inherited_index(session, schema, name, new_name)) return;
  if (!found && statement->renameType == OBJECT_INDEX) {
    if (session.passes_over("ALTER INDEX … RENAME", schema, name)) return;
    fail(sqlstate::undefined_table, "relation " + quoted_name(schema, name) + " does not exist");
  }
  if (!found) {
    found.symbol = session.relation_to_alter(schema, name);
    found.schema = found.symbol->parent;
    if (const Symbol* as_type = session.draft().rename_phantom(schema, name, schema, new_name))
      rename_signatures(session, as_type);
  }
  session.require_free_relation_name(found.schema, new_name);
  if (session.draft().object<Partition>(found.symbol)) note_inherited_names(session, found.symbol);
  const TypeAsWritten row_type_before = type_as_written(found.symbol);
  rename(session, found.symbol, new_name, sqlstate::duplicate_table, "relation " + quoted_name({}, new_name));
  follow_renamed_type(session, found.symbol, row_type_before);
}

Symbol* owner_of(Session& session, const RenameStmt* statement) {
  const auto [schema, name] = qualified_name(statement->relation);
  if (statement->missing_ok && !session.look_up(schema, name)) return nullptr;
  return relation_to_change(session, statement->relation);
}

void rename_column_of(Session& session, Symbol* column, std::string_view name) {
  rename_included(session, column, name);
  rename_accesses(session.draft(), column->parent, column->text, name);
  rename(session, column, name, sqlstate::duplicate_column,
         "column " + quoted_name({}, name) + " of relation " + quoted_name({}, column->parent->text));
}

/// The column that a table has from elsewhere follows, and so do its heirs'.
void rename_column_named(Session& session, Symbol* table, const RenameStmt* statement) {
  Symbol* column = session.draft().find(Namespace::column, table, view_of(statement->subname));
  if (!column) return;
  rename_column_of(session, column, view_of(statement->newname));
  for (Symbol* heir : heirs_of(session.draft(), table)) rename_column_named(session, heir, statement);
}

void rename_attribute_and_columns(Session& session, const RenameStmt* statement) {
  for (Symbol* table : tables_that_follow(session, statement->relation, statement->behavior))
    rename_column_named(session, table, statement);
  rename_attribute(session, statement);
}

void rename_column(Session& session, const RenameStmt* statement) {
  if (statement->relationType == OBJECT_TYPE) return rename_attribute_and_columns(session, statement);
  Symbol* table = owner_of(session, statement);
  if (!table) return;
  Symbol* column = session.column_to_alter(table, view_of(statement->subname));
  if (column->parent != table)
    fail(sqlstate::invalid_table_definition, "cannot rename inherited column " + quoted_name({}, column->text));
  require_not_inherited(session, column, "rename");
  for (const Symbol* dependent : session.draft().dependents(column)) note_column_names(session, dependent);
  rename_column_named(session, table, statement);
}

/// The copies of a foreign key that partitions have keep their name.
void keep_copies_of_foreign_key(Session& session, const Symbol* key) {
  if (!session.draft().object<ForeignKey>(key)) return;
  if (!key_of(session.draft(), key->parent)) return;
  for (const Symbol* below : partitions_below(session.draft(), key->parent))
    note_inherited_name(session, below, key, Text(key->text));
}

/// A key or foreign key that a partition has from above.
void rename_inherited(Session& session, const Symbol* partition, std::string_view name, std::string_view new_name) {
  for (const InheritedName& inherited : inherited_by(session, partition))
    if (inherited.name == Text(name)) return note_inherited_name(session, partition, inherited.of, Text(new_name));
  fail(sqlstate::undefined_object,
       "constraint " + quoted_name({}, name) + " for table " + quoted_name({}, partition->text) + " does not exist");
}

void rename_constraint(Session& session, const RenameStmt* statement) {
  Symbol* table = owner_of(session, statement);
  if (!table) return;
  const std::string_view name = view_of(statement->subname), new_name = view_of(statement->newname);
  session.require_free_constraint_name(table, new_name);
  if (Symbol* found = session.draft().find(Namespace::constraint, table, name)) {
    keep_copies_of_foreign_key(session, found);
    return rename(session, found, new_name, sqlstate::duplicate_table, "relation " + quoted_name({}, new_name));
  }
  if (session.draft().object<Partition>(table)) return rename_inherited(session, table, name, new_name);
  if (session.draft().item(table)->stated_in_part || session.passes_over("RENAME CONSTRAINT", {}, name))
    return session.make_uncertain({}, new_name);
  fail(sqlstate::undefined_object,
       "constraint " + quoted_name({}, name) + " for table " + quoted_name({}, table->text) + " does not exist");
}

void rename_type(Session& session, const RenameStmt* statement) {
  const NamedObject named = find_named(session, statement->renameType, statement->object);
  const std::string &schema = named.schema, &name = named.name;
  const std::string_view new_name = view_of(statement->newname);
  if (named.symbol) {
    const TypeAsWritten before = type_as_written(named.symbol);
    rename(session, named.symbol, new_name, sqlstate::duplicate_object, "type " + quoted_name({}, new_name));
    return follow_renamed_type(session, named.symbol, before);
  }
  if (const Symbol* multirange = session.find_multirange(schema, name))
    return call_multirange_otherwise(session, multirange, multirange->parent, new_name);
  if (session.passes_over("ALTER TYPE … RENAME", schema, name)) return;
  fail(sqlstate::undefined_object, "type " + quoted_name(schema, name) + " does not exist");
}

void rename_constraint_of_domain(Session& session, const RenameStmt* statement) {
  const NamedObject named = find_named(session, OBJECT_DOMAIN, statement->object);
  if (named.symbol) return rename_domain_check(session, named.symbol, view_of(statement->subname), view_of(statement->newname));
  if (session.passes_over("ALTER DOMAIN … RENAME CONSTRAINT", named.schema, named.name)) return;
  fail(sqlstate::undefined_object, "domain " + quoted_name(named.schema, named.name) + " does not exist");
}

/// The signature keeps its types, what is of an access method its method.
std::string renamed(const Symbol* symbol, Namespace space, std::string_view name) {
  const bool has_signature = space == Namespace::routine || space == Namespace::operators;
  const bool is_of_method = space == Namespace::operator_class || space == Namespace::operator_family;
  const std::size_t kept = has_signature  ? symbol->text.find('(')
                           : is_of_method ? symbol->text.rfind(" USING ")
                                          : symbol->text.size();
  return std::string(name) + symbol->text.substr(kept);
}

/// Triggers, policies, functions …
void rename_named(Session& session, const RenameStmt* statement) {
  const ObjectType type = statement->renameType;
  const Namespace space = *namespace_of(type);
  const std::string words(object_words(type).name);
  NamedObject found;
  if (statement->relation) {  // a member: its relation stands apart
    const Symbol* owner = owner_of(session, statement);
    if (!owner) return;
    found.name = view_of(statement->subname);
    found.owner = owner;
    found.symbol = session.draft().find(space, owner, found.name);
  } else {
    found = find_named(session, type, statement->object);
  }
  const Draft::Item* owner = session.draft().item(found.owner);
  const bool may_exist =
      session.passes_over("RENAME", found.schema, found.name) || (owner && (owner->stated_in_part || owner->uncertain));
  if (!found.symbol && (statement->missing_ok || may_exist)) return;
  if (!found.symbol && may_have_come_along(space)) return session.not_compared("RENAME", std::string(came_along), -1, found.name);
  if (!found.symbol) fail(sqlstate::undefined_object, words + " " + quoted_name(found.schema, found.name) + " does not exist");
  const std::string name = renamed(found.symbol, space, view_of(statement->newname));
  // PostgreSQL has nothing against it since 15, and before it nothing changes either.
  if (space == Namespace::trigger && found.symbol->text == name) return;
  const std::string before = found.symbol->text;
  rename(session, found.symbol, name, sqlstate::duplicate_object, words + " " + quoted_name({}, name));
  rename_held(session.draft(), found.symbol, before);
}

/// The options of a key hold it by name.
void rename_collation(Session& session, const RenameStmt* statement) {
  if (const Symbol* found = find_named(session, OBJECT_COLLATION, statement->object).symbol)
    rename_collation_of_keys(session, found, {std::string(view_of(statement->newname)), found->parent});
  rename_named(session, statement);
}

void rename_server(Session& session, const RenameStmt* statement) {
  if (const Symbol* found = find_named(session, OBJECT_FOREIGN_SERVER, statement->object).symbol)
    rename_user_mappings(session, found, view_of(statement->newname));
  rename_named(session, statement);
}

void rename_schema(Session& session, const RenameStmt* statement) {
  const std::string_view new_name = view_of(statement->newname);
  Symbol* schema = session.schema_named(view_of(statement->subname));
  const TypesOfSchema types(session.draft(), schema);
  rename(session, schema, new_name, sqlstate::duplicate_schema, "schema " + quoted_name({}, new_name));
  types.follow(session.draft());
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
    Renamable{OBJECT_DOMCONSTRAINT, rename_constraint_of_domain},
    Renamable{OBJECT_SCHEMA, rename_schema},
    Renamable{OBJECT_TRIGGER, rename_named},
    Renamable{OBJECT_POLICY, rename_named},
    Renamable{OBJECT_RULE, rename_named},
    Renamable{OBJECT_FUNCTION, rename_named},
    Renamable{OBJECT_PROCEDURE, rename_named},
    Renamable{OBJECT_ROUTINE, rename_named},
    Renamable{OBJECT_AGGREGATE, rename_named},
    Renamable{OBJECT_STATISTIC_EXT, rename_named},
    Renamable{OBJECT_EVENT_TRIGGER, rename_named},
    Renamable{OBJECT_PUBLICATION, rename_named},
    Renamable{OBJECT_COLLATION, rename_collation},
    Renamable{OBJECT_FDW, rename_named},
    Renamable{OBJECT_FOREIGN_SERVER, rename_server},
    Renamable{OBJECT_TSPARSER, rename_named},
    Renamable{OBJECT_TSTEMPLATE, rename_named},
    Renamable{OBJECT_TSDICTIONARY, rename_named},
    Renamable{OBJECT_TSCONFIGURATION, rename_named},
    Renamable{OBJECT_OPFAMILY, rename_named},
    Renamable{OBJECT_OPCLASS, rename_named},
    Renamable{OBJECT_CONVERSION, rename_named},
    Renamable{OBJECT_LANGUAGE, rename_named},
};

}  // namespace

void read_rename(Session& session, const Node* node) {
  const auto* statement = as<RenameStmt>(node);
  for (const Renamable& renamable : renamables)
    if (renamable.type == statement->renameType) return renamable.rename(session, statement);
  const ObjectWords words = object_words(statement->renameType);
  session.not_compared("ALTER " + std::string(words.name) + " … RENAME", std::string(words.plural) + " are not compared");
}

}  // namespace pgplumb
