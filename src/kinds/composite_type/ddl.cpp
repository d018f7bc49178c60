#include "kinds/composite_type/ddl.h"

#include <algorithm>

#include "catalog/field_accesses.h"
#include "kinds/column/ddl.h"
#include "kinds/comment/on_parts.h"
#include "kinds/enum/ddl.h"

namespace pgplumb {

namespace {

TypeAttribute read_attribute(Session& session, const ColumnDef* definition) {
  return {view_of(definition->colname), read_column_type(session, definition->typeName), read_collation(session, definition)};
}

/// The type of that name, to be changed; null where it may be there though nothing here made it.
const Symbol* type_to_change(Session& session, const RangeVar* relation) {
  const auto [schema, name] = qualified_name(relation);
  const Symbol* found = session.find_type(schema, name);
  if (session.draft().object<CompositeType>(found)) return found;
  if (!found && session.passes_over("ALTER TYPE", schema, name)) return nullptr;
  fail(sqlstate::undefined_object, "type " + quoted_name(schema, name) + " does not exist");
}

TypeAttribute* find_attribute(CompositeType& type, std::string_view name) {
  const auto found = std::find_if(type.attributes.begin(), type.attributes.end(),
                                  [&](const TypeAttribute& attribute) { return attribute.name.str() == name; });
  return found == type.attributes.end() ? nullptr : &*found;
}

TypeAttribute& attribute_named(CompositeType& type, std::string_view name) {
  if (TypeAttribute* found = find_attribute(type, name)) return *found;
  fail(sqlstate::undefined_column, "attribute " + quoted_name({}, name) + " does not exist");
}

void require_free_attribute(CompositeType& type, std::string_view name) {
  if (find_attribute(type, name)) fail(sqlstate::duplicate_column, "column " + quoted_name({}, name) + " already exists");
}

void add_attribute(CompositeType& type, TypeAttribute attribute) {
  require_free_attribute(type, attribute.name.str());
  type.attributes.push_back(std::move(attribute));
}

bool loses_default(const Domain& domain, const FieldAccess& access) {
  return domain.default_value && access.is_in(*domain.default_value.tree);
}

/// What takes the attribute out of a row goes with it by CASCADE: of a column its default alone.
void lose_accesses(Session& session, const Symbol* type, std::string_view attribute, bool cascade) {
  const FieldAccess access(session.draft(), type, attribute);
  for (const Symbol* user : accessing(session.draft(), type, attribute)) {
    if (!session.draft().item(user)) continue;  // gone with another
    if (!cascade)
      fail(sqlstate::dependent_objects_still_exist,
           "cannot drop column " + std::string(attribute) + " of composite type " + type->text +
               " because other objects depend on it: " + std::string(kind_of(session.draft().item(user)->object)) + " " +
               user->text);
    const auto* column = session.draft().object<Column>(user);
    const auto* domain = session.draft().object<Domain>(user);
    if (column && !column->generated)
      edit<Column>(session, user, [](Column& changed) { changed.default_value = {}; });
    else if (domain && !loses_default(*domain, access))
      edit<Domain>(session, user, [&](Domain& changed) {
        std::erase_if(changed.checks, [&](const DomainCheck& check) { return access.is_in(*check.expression.tree); });
      });
    else
      session.drop({user}, true);
  }
}

void apply(Session& session, const Symbol* symbol, CompositeType& type, const AlterTableCmd* command) {
  const std::string_view name = view_of(command->name);
  switch (command->subtype) {
    case AT_AddColumn:
      add_attribute(type, read_attribute(session, as<ColumnDef>(command->def)));
      break;
    case AT_DropColumn:
      if (!command->missing_ok) attribute_named(type, name);
      lose_accesses(session, symbol, name, command->behavior == DROP_CASCADE);
      std::erase_if(type.attributes, [&](const TypeAttribute& attribute) { return attribute.name.str() == name; });
      set_comment(type.comments, name, {});
      break;
    case AT_AlterColumnType: {
      TypeAttribute& attribute = attribute_named(type, name);
      const auto* definition = as<ColumnDef>(command->def);
      attribute.type = read_column_type(session, definition->typeName);
      attribute.collation = read_collation(session, definition);
      break;
    }
    default:
      break;  // OWNER TO
  }
}

template <class Change>
void change(Session& session, const Symbol* symbol, const Change& apply_to) {
  CompositeType changed = *session.draft().object<CompositeType>(symbol);
  apply_to(changed);
  edit<CompositeType>(session, symbol, [&](CompositeType& type) { type = changed; });
  session.record(Event::Verb::altered, symbol, "attributes");
}

}  // namespace

bool read_create_composite_type(Session& session, const Node* node) {
  const auto* statement = as<CompositeTypeStmt>(node);
  const auto [schema_name, name] = qualified_name(statement->typevar);
  const Symbol* schema = session.creation_schema(schema_name);
  require_free_type_name(session, schema, name);
  CompositeType type;
  for (const Node* definition : nodes_of(statement->coldeflist))
    add_attribute(type, read_attribute(session, as<ColumnDef>(definition)));
  session.draft().declare(Namespace::type, schema, name, std::move(type), session.at());
  return true;
}

bool read_alter_composite_type(Session& session, const Node* node) {
  const auto* statement = as<AlterTableStmt>(node);
  if (statement->objtype != OBJECT_TYPE) return false;
  const Symbol* type = type_to_change(session, statement->relation);
  if (!type) return true;
  change(session, type, [&](CompositeType& changed) {
    for (const Node* command : nodes_of(statement->cmds)) apply(session, type, changed, as<AlterTableCmd>(command));
  });
  return true;
}

void rename_attribute(Session& session, const RenameStmt* statement) {
  const Symbol* type = type_to_change(session, statement->relation);
  if (!type) return;
  change(session, type, [&](CompositeType& changed) {
    TypeAttribute& attribute = attribute_named(changed, view_of(statement->subname));
    rename_accesses(session.draft(), type, view_of(statement->subname), view_of(statement->newname));
    require_free_attribute(changed, view_of(statement->newname));
    attribute.name = view_of(statement->newname);
    rename_commented(changed.comments, view_of(statement->subname), view_of(statement->newname));
  });
}

}  // namespace pgplumb
