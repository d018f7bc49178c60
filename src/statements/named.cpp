#include "statements/named.h"

#include "catalog/declared.h"
#include "kinds/named_object.h"
#include "kinds/owner/ddl.h"
#include "kinds/user_mapping/ddl.h"
#include "statements/catalog_changes.h"

namespace pgplumb {

namespace {

bool has_no_members_or_columns(Namespace space) { return space == Namespace::schema || space >= Namespace::sequence; }

}  // namespace

void make_others_uncertain(Session& session, std::string_view name) {
  if (name.empty()) return;
  session.uncertain_names.emplace(name);
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    if (has_no_members_or_columns(item.space) && name_without_signature(item.symbol->text) == name)
      session.make_uncertain(item.symbol);
  });
}

namespace {

void mark(Session& session, const RangeVar* relation) {
  if (!relation) return;
  const auto [schema, name] = qualified_name(relation);
  session.make_uncertain(schema, name);
}
void mark(Session& session, const List* names) {
  const auto [schema, name] = qualified_name(names);
  session.make_uncertain(schema, name);
}

/// What a table has under this name; the table itself where it is not there or no member is named.
void mark_member(Session& session, QualifiedName relation, std::string_view member) {
  const Symbol* found = session.look_up(relation.schema, relation.name).symbol;
  if (!found || member.empty()) return session.make_uncertain(relation.schema, relation.name);
  session.uncertain_names.insert(std::string(relation.name) + "." + std::string(member));
  for (const Symbol* own : session.draft().members(root_of(session.draft(), found)))
    if (own->text == member) session.make_uncertain(own);
}
void mark_member(Session& session, const RangeVar* relation, std::string_view member) {
  mark_member(session, qualified_name(relation), member);
}

/// `schema.table.member`, `table.member`
void mark_member(Session& session, const List* names) {
  const auto parts = texts_of(names);
  const std::size_t count = parts.size();
  if (count < 2) return;
  mark_member(session, {count > 2 ? parts[count - 3] : std::string_view(), parts[count - 2]}, parts[count - 1]);
}

std::string_view member_of(const AlterTableCmd* command) {
  if (const auto* column = as<ColumnDef>(command->def); column && column->colname) return column->colname;
  if (const auto* constraint = as<Constraint>(command->def); constraint && constraint->conname) return constraint->conname;
  return view_of(command->name);
}

/// GENERATED … AS IDENTITY (SEQUENCE NAME …)
void mark_sequence(Session& session, const Constraint* identity) {
  if (!identity || identity->contype != CONSTR_IDENTITY) return;
  for (const Node* node : nodes_of(identity->options))
    if (const auto* option = as<DefElem>(node); option && view_of(option->defname) == "sequence_name")
      mark(session, reinterpret_cast<const List*>(option->arg));
}

void mark_sequences(Session& session, const Node* definition) {
  mark_sequence(session, as<Constraint>(definition));
  if (const auto* column = as<ColumnDef>(definition))
    for (const Node* constraint : nodes_of(column->constraints)) mark_sequence(session, as<Constraint>(constraint));
}

/// What a primary key makes NOT NULL: the columns that it names, and any where it is to take an index that is not there.
void mark_key_columns(Session& session, const RangeVar* relation, const Constraint* key) {
  const auto [schema, name] = qualified_name(relation);
  const Symbol* table = key && key->contype == CONSTR_PRIMARY ? session.look_up(schema, name).symbol : nullptr;
  if (!table) return;
  Draft& draft = session.draft();
  const Symbol* root = root_of(draft, table);
  for (const std::string_view column : texts_of(key->keys))
    if (const Symbol* own = draft.find(Namespace::column, root, column)) accept_any(draft, own, "not_null");
  if (!key->indexname) return;
  for (const Symbol* own : draft.members(root, Namespace::column)) accept_any(draft, own, "not_null");
}

void mark(Session& session, const AlterTableStmt* statement) {
  for (const Node* node : nodes_of(statement->cmds)) {
    const auto* command = as<AlterTableCmd>(node);
    mark_key_columns(session, statement->relation, as<Constraint>(command->def));
    mark_member(session, statement->relation, member_of(command));
    mark_sequences(session, command->def);
  }
}

void mark(Session& session, const IndexStmt* statement) {
  if (statement->idxname) session.make_uncertain(view_of(statement->relation->schemaname), statement->idxname);
  const auto [schema, name] = qualified_name(statement->relation);
  if (!statement->idxname || !session.find_relation(schema, name)) mark(session, statement->relation);
}

/// As DROP, COMMENT and the like name it.
void mark(Session& session, ObjectType type, const Node* object) {
  const auto space = namespace_of(type);
  if (const auto* with_args = as<ObjectWithArgs>(object))
    return make_others_uncertain(session, qualified_name(with_args->objname).name);
  if (const auto* named_type = as<TypeName>(object)) return mark(session, named_type->names);
  if (object->type != T_List) return make_others_uncertain(session, text_of(object));
  const auto* names = reinterpret_cast<const List*>(object);
  if (space && is_member(*space) && *space != Namespace::index) return mark_member(session, names);
  mark(session, names);
  if (space && has_no_members_or_columns(*space)) make_others_uncertain(session, qualified_name(names).name);
}

void mark(Session& session, const RenameStmt* statement) {
  const std::string_view new_name = view_of(statement->newname);
  if (statement->subname && statement->relation) {
    mark_member(session, statement->relation, statement->subname);
    return mark_member(session, statement->relation, new_name);
  }
  mark(session, statement->relation);
  session.make_uncertain({}, new_name);
  if (statement->object) mark(session, statement->renameType, statement->object);
}

void mark(Session& session, const DropStmt* statement) {
  for (const Node* object : nodes_of(statement->objects)) mark(session, statement->removeType, object);
}

void mark_relations(Session& session, const Node* node) {
  if (const auto* create = as<CreateStmt>(node)) {
    mark(session, create->relation);
    for (const Node* element : nodes_of(create->tableElts)) mark_sequences(session, element);
  }
  if (const auto* create = as<CreateForeignTableStmt>(node)) mark(session, create->base.relation);
  if (const auto* create = as<CreateTableAsStmt>(node)) mark(session, create->into->rel);
  if (const auto* create = as<ViewStmt>(node)) mark(session, create->view);
  if (const auto* create = as<CreateSeqStmt>(node)) mark(session, create->sequence);
  if (const auto* alter = as<AlterSeqStmt>(node)) mark(session, alter->sequence);
  if (const auto* alter = as<AlterTableStmt>(node)) mark(session, alter);
  if (const auto* index = as<IndexStmt>(node)) mark(session, index);
}

void mark_members(Session& session, const Node* node) {
  if (const auto* create = as<CreateTrigStmt>(node)) mark_member(session, create->relation, view_of(create->trigname));
  if (const auto* create = as<RuleStmt>(node)) mark_member(session, create->relation, view_of(create->rulename));
  if (const auto* create = as<CreatePolicyStmt>(node)) mark_member(session, create->table, view_of(create->policy_name));
  if (const auto* alter = as<AlterPolicyStmt>(node)) mark_member(session, alter->table, view_of(alter->policy_name));
}

void mark_types(Session& session, const Node* node) {
  if (const auto* create = as<CreateEnumStmt>(node)) mark(session, create->typeName);
  if (const auto* alter = as<AlterEnumStmt>(node)) mark(session, alter->typeName);
  if (const auto* create = as<CreateDomainStmt>(node)) mark(session, create->domainname);
  if (const auto* alter = as<AlterDomainStmt>(node)) mark(session, alter->typeName);
  if (const auto* create = as<CreateRangeStmt>(node)) mark(session, create->typeName);
  if (const auto* create = as<CompositeTypeStmt>(node)) mark(session, create->typevar);
}

void mark_mapping(Session& session, const RoleSpec* user, const char* server) {
  make_others_uncertain(session, user_mapping_name(role_named(session, user).str(), server));
}

void mark_of_servers(Session& session, const Node* node) {
  if (const auto* create = as<CreateFdwStmt>(node)) make_others_uncertain(session, view_of(create->fdwname));
  if (const auto* alter = as<AlterFdwStmt>(node)) make_others_uncertain(session, view_of(alter->fdwname));
  if (const auto* create = as<CreateForeignServerStmt>(node)) make_others_uncertain(session, view_of(create->servername));
  if (const auto* alter = as<AlterForeignServerStmt>(node)) make_others_uncertain(session, view_of(alter->servername));
  if (const auto* create = as<CreateUserMappingStmt>(node)) mark_mapping(session, create->user, create->servername);
  if (const auto* alter = as<AlterUserMappingStmt>(node)) mark_mapping(session, alter->user, alter->servername);
  if (const auto* drop = as<DropUserMappingStmt>(node)) mark_mapping(session, drop->user, drop->servername);
}

void mark_of_method(Session& session, const List* names, const char* method) {
  make_others_uncertain(session, name_of_method(qualified_name(names).name, method));
}

void mark_others(Session& session, const Node* node) {
  if (const auto* create = as<CreateSchemaStmt>(node)) {
    make_others_uncertain(session, view_of(create->schemaname));
    for (const Node* made : nodes_of(create->schemaElts)) make_named_uncertain(session, made);
  }
  if (const auto* create = as<CreateFunctionStmt>(node)) make_others_uncertain(session, qualified_name(create->funcname).name);
  if (const auto* alter = as<AlterFunctionStmt>(node)) mark(session, alter->objtype, reinterpret_cast<const Node*>(alter->func));
  if (const auto* create = as<DefineStmt>(node)) make_others_uncertain(session, qualified_name(create->defnames).name);
  if (const auto* create = as<CreateExtensionStmt>(node)) make_others_uncertain(session, view_of(create->extname));
  if (const auto* alter = as<AlterExtensionStmt>(node)) make_others_uncertain(session, view_of(alter->extname));
  if (const auto* create = as<CreatePublicationStmt>(node)) make_others_uncertain(session, view_of(create->pubname));
  if (const auto* alter = as<AlterPublicationStmt>(node)) make_others_uncertain(session, view_of(alter->pubname));
  if (const auto* create = as<CreateEventTrigStmt>(node)) make_others_uncertain(session, view_of(create->trigname));
  if (const auto* alter = as<AlterEventTrigStmt>(node)) make_others_uncertain(session, view_of(alter->trigname));
  if (const auto* create = as<CreateStatsStmt>(node)) make_others_uncertain(session, qualified_name(create->defnames).name);
  mark_of_servers(session, node);
  if (const auto* create = as<CreateOpClassStmt>(node)) mark_of_method(session, create->opclassname, create->amname);
  if (const auto* create = as<CreateOpFamilyStmt>(node)) mark_of_method(session, create->opfamilyname, create->amname);
  if (const auto* alter = as<AlterOpFamilyStmt>(node)) mark_of_method(session, alter->opfamilyname, alter->amname);
  if (const auto* create = as<CreateConversionStmt>(node))
    make_others_uncertain(session, qualified_name(create->conversion_name).name);
  if (const auto* create = as<CreatePLangStmt>(node)) make_others_uncertain(session, view_of(create->plname));
  if (const auto* create = as<CreateAmStmt>(node)) make_others_uncertain(session, view_of(create->amname));
  if (const auto* alter = as<AlterTSDictionaryStmt>(node)) make_others_uncertain(session, qualified_name(alter->dictname).name);
  if (const auto* alter = as<AlterTSConfigurationStmt>(node)) make_others_uncertain(session, qualified_name(alter->cfgname).name);
}

}  // namespace

void make_all_uncertain(Session& session, Namespace space) {
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    if (item.space == space) session.make_uncertain(item.symbol);
  });
}

void make_named_uncertain(Session& session, const Node* node) {
  mark_relations(session, node);
  mark_members(session, node);
  mark_types(session, node);
  mark_others(session, node);
  doubt_catalog_change(session, node);
  if (const auto* rename = as<RenameStmt>(node)) mark(session, rename);
  if (const auto* drop = as<DropStmt>(node)) mark(session, drop);
  if (const auto* comment = as<CommentStmt>(node)) mark(session, comment->objtype, comment->object);
  if (const auto* alter = as<AlterObjectSchemaStmt>(node)) {
    mark(session, alter->relation);
    if (alter->object) mark(session, alter->objectType, alter->object);
  }
  // Its statements are undone with it.
  if (const auto* block = as<DoStmt>(node))
    for (const Node* option : nodes_of(block->args))
      if (as<DefElem>(option)->arg) make_named_uncertain(session, text_of(as<DefElem>(option)->arg));
}

}  // namespace pgplumb
