// Columns where they are defined.
#include "kinds/column/ddl.h"

#include <algorithm>

#include "kinds/column/storage.h"
#include "kinds/foreign_options.h"
#include "kinds/sequence/ddl.h"
#include "kinds/table/heirs.h"
#include "kinds/table/options.h"
#include "sql/expression_forms.h"
#include "sql/read_type.h"

namespace pgplumb {

namespace {

using ReadAttribute = void (*)(Session&, const Symbol* table, Column&, const Constraint*);

void read_null(Session&, const Symbol*, Column&, const Constraint*) {}
void read_not_null(Session&, const Symbol*, Column& column, const Constraint*) { column.not_null = true; }
void read_default(Session& session, const Symbol*, Column& column, const Constraint* constraint) {
  column.default_value = read_default_value(session, column.type, constraint->raw_expr);
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

/// What the definition says beside the type: NOT NULL, DEFAULT …
void read_attributes(Session& session, const Symbol* table, Column& column, const ColumnDef* definition) {
  for (const Node* node : nodes_of(definition->constraints))
    if (const auto* constraint = as<Constraint>(node))
      if (const ReadAttribute read = find_attribute(constraint)) read(session, table, column, constraint);
}

Column read_column(Session& session, const Symbol* table, const ColumnDef* definition) {
  Column column;
  column.type = read_column_type(session, definition->typeName);
  column.collation = read_collation(session, definition);
  column.storage = stated_storage(definition);
  column.foreign_options = foreign_options_text(definition->fdwoptions);
  if (is_serial(definition->typeName)) column.not_null = true;
  read_attributes(session, table, column, definition);
  return column;
}

bool has_constraint(const ColumnDef* definition, ConstrType type) {
  const auto constraints = nodes_of(definition->constraints);
  return std::any_of(constraints.begin(), constraints.end(),
                     [&](const Node* node) { return as<Constraint>(node) && as<Constraint>(node)->contype == type; });
}

/// A column has its values from one place.
void require_one_source(const ColumnDef* definition, const Symbol* column) {
  const bool is_generated = has_constraint(definition, CONSTR_GENERATED),
             is_identity = has_constraint(definition, CONSTR_IDENTITY);
  const bool has_default = has_constraint(definition, CONSTR_DEFAULT) || is_serial(definition->typeName);
  if (has_default + is_identity + is_generated < 2) return;
  const std::string first = has_default ? "default" : "identity", second = is_generated ? "generation expression" : "identity";
  fail(sqlstate::syntax_error, "both " + first + " and " + second + " specified for column " + quoted_name({}, column->text) +
                                   " of table " + quoted_name({}, column->parent->text));
}

/// DEFAULT nextval(…), which settling takes for serial.
void count_by(Session& session, const Symbol* column, const Symbol* sequence) {
  Expression name = make(Expression::Kind::other, "regclass");
  name.type.name = sequence;
  const auto nextval = std::make_shared<const Expression>(make(Expression::Kind::call, "nextval", std::move(name)));
  edit<Column>(session, column, [&](Column& changed) { changed.default_value.tree = nextval; });
}

/// The column that the table has from a parent, while it is made; null for none.
Symbol* inherited_column(Session& session, const Symbol* table, std::string_view name) {
  Symbol* found = session.draft().find(Namespace::column, table, name);
  const bool is_new = found && session.draft().item(table)->declared_at == session.at();
  return is_new && is_only_inherited(session.draft(), found) ? found : nullptr;
}

}  // namespace

void merge_column(Session& session, const Symbol* column, Column later) {
  const Column& inherited = *session.draft().object<Column>(column);
  if (session.is_known(column) && !(inherited.type == later.type))
    fail(sqlstate::datatype_mismatch, "column " + quoted_name({}, column->text) + " has a type conflict");
  later.not_null |= inherited.not_null;
  if (!later.default_value && later.identity == Identity::none) later.default_value = inherited.default_value;
  if (!later.generated) later.generated = inherited.generated;
  edit<Column>(session, column, [&](Column& changed) { changed = later; });
}

void require_not_inherited(Session& session, const Symbol* column, std::string_view change) {
  if (inherits_column(session.draft(), column->parent, column->text))
    fail(sqlstate::invalid_table_definition,
         "cannot " + std::string(change) + " inherited column " + quoted_name({}, column->text));
}

ObjectRef read_collation(Session& session, const ColumnDef* definition) {
  return definition->collClause ? find_collation(session, definition->collClause->collname) : ObjectRef();
}

bool is_column_attribute(const Constraint* constraint) { return find_attribute(constraint) != nullptr; }

Symbol* declare_column(Session& session, Symbol* table, std::string_view name, Column column, Position at) {
  Symbol* inherited = inherited_column(session, table, name);
  if (!inherited) return session.draft().declare(Namespace::column, table, name, std::move(column), at);
  merge_column(session, inherited, std::move(column));
  session.draft().change(inherited, [&](Draft::Item& item) {
    item.declared_at = at;
    item.notes.edit().only_inherited = false;
  });
  return inherited;
}

Symbol* define_column(Session& session, Symbol* table, const ColumnDef* definition) {
  Column column = read_column(session, table, definition);
  const bool has_identity = column.identity != Identity::none;
  const std::string_view name = view_of(definition->colname);
  Symbol* made = declare_column(session, table, name, std::move(column), session.at(definition->location));
  if (!made) {
    const Symbol* existing = session.draft().find(Namespace::column, table, name);
    fail(sqlstate::duplicate_column, "column " + quoted_name({}, name) + " of relation " + quoted_name({}, table->text) +
                                         " already exists" + created_at(session.draft(), existing));
  }
  require_one_source(definition, made);
  if (has_identity) require_countable(session.draft().object<Column>(made)->type);
  if (has_identity) make_sequence(session, table, made, identity_options(definition));
  if (is_serial(definition->typeName)) count_by(session, made, make_sequence(session, table, made));
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

Symbol* read_column_options(Session& session, Symbol* table, const ColumnDef* definition) {
  Symbol* symbol = session.column_to_alter(table, view_of(definition->colname));
  Column column = *session.draft().object<Column>(symbol);
  read_attributes(session, table, column, definition);
  edit<Column>(session, symbol, [&](Column& changed) { changed = column; });
  return symbol;
}

}  // namespace pgplumb
