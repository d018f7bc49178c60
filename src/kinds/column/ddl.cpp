// Columns where they are defined.
#include "kinds/column/ddl.h"

#include "kinds/column/storage.h"
#include "kinds/sequence/ddl.h"
#include "kinds/table/options.h"
#include "sql/read_type.h"

namespace pgplumb {

namespace {

using ReadAttribute = void (*)(Session&, const Symbol* table, Column&, const Constraint*);

void read_null(Session&, const Symbol*, Column&, const Constraint*) {}
void read_not_null(Session&, const Symbol*, Column& column, const Constraint*) { column.not_null = true; }
void read_default(Session& session, const Symbol*, Column& column, const Constraint* constraint) {
  column.default_value = read_field(session, nullptr, constraint->raw_expr);
}
void read_identity(Session&, const Symbol*, Column& column, const Constraint* constraint) {
  column.identity = identity_of(constraint->generated_when);
  column.not_null = true;
}
/// See complete_column().
void leave_generated(Session&, const Symbol*, Column&, const Constraint*) {}

struct Attribute {
  ConstrType type;
  ReadAttribute read;
};
constexpr Attribute attributes[] = {{CONSTR_NULL, read_null},
                                    {CONSTR_NOTNULL, read_not_null},
                                    {CONSTR_DEFAULT, read_default},
                                    {CONSTR_IDENTITY, read_identity},
                                    {CONSTR_GENERATED, leave_generated}};

ReadAttribute find_attribute(const Constraint* constraint) {
  for (const Attribute& attribute : attributes)
    if (attribute.type == constraint->contype) return attribute.read;
  return nullptr;
}

const List* identity_options(const ColumnDef* definition) {
  for (const Node* node : nodes_of(definition->constraints))
    if (const auto* constraint = as<Constraint>(node); constraint && constraint->contype == CONSTR_IDENTITY)
      return constraint->options;
  return nullptr;
}

Column read_column(Session& session, const Symbol* table, const ColumnDef* definition) {
  Column column;
  column.type = read_column_type(session, definition->typeName);
  column.collation = read_collation(definition->collClause);
  column.storage = stated_storage(definition);
  column.foreign_options = foreign_options_text(definition->fdwoptions);
  if (is_serial(definition->typeName)) {
    column.identity = Identity::serial;
    column.not_null = true;
  }
  for (const Node* node : nodes_of(definition->constraints))
    if (const auto* constraint = as<Constraint>(node))
      if (const ReadAttribute read = find_attribute(constraint)) read(session, table, column, constraint);
  return column;
}

}  // namespace

Text read_collation(const CollateClause* clause) {
  if (!clause) return {};
  const auto [schema, name] = qualified_name(clause->collname);
  return name == "default" ? Text() : Text(name);
}

bool is_column_attribute(const Constraint* constraint) { return find_attribute(constraint) != nullptr; }

Symbol* define_column(Session& session, Symbol* table, const ColumnDef* definition) {
  Column column = read_column(session, table, definition);
  const bool has_sequence = column.identity != Identity::none;
  const std::string_view name = view_of(definition->colname);
  Symbol* made = session.draft().declare(Namespace::column, table, name, std::move(column), session.at(definition->location));
  if (!made) {
    const Symbol* existing = session.draft().find(Namespace::column, table, name);
    fail(sqlstate::duplicate_column, "column " + quoted_name({}, name) + " of relation " + quoted_name({}, table->text) +
                                         " already exists" + created_at(session.draft(), existing));
  }
  if (has_sequence) make_sequence(session, table, made, identity_options(definition));
  return made;
}

void complete_column(Session& session, const Symbol* table, const Symbol* column, const ColumnDef* definition) {
  for (const Node* node : nodes_of(definition->constraints)) {
    const auto* constraint = as<Constraint>(node);
    if (!constraint || constraint->contype != CONSTR_GENERATED) continue;
    const ExpressionField generated = read_field(session, table, constraint->raw_expr);
    edit<Column>(session, column, [&](Column& changed) { changed.generated = generated; });
  }
}

}  // namespace pgplumb
