// Columns where they are altered.
#include <algorithm>

#include "catalog/references.h"
#include "kinds/column/casts.h"
#include "kinds/column/ddl.h"
#include "kinds/column/storage.h"
#include "kinds/partition/own_columns.h"
#include "kinds/primary_key/ddl.h"
#include "kinds/sequence/ddl.h"
#include "kinds/unique/ddl.h"
#include "sql/canonical/type_of.h"

namespace pgplumb {

namespace {

Symbol* column_of(Session& session, Symbol* table, const Node* command) {
  return session.column_to_alter(table, view_of(as<AlterTableCmd>(command)->name));
}

const Column& current(Session& session, const Symbol* column) { return *session.draft().object<Column>(column); }

/// Changes one field and says so among the events. What is stated of a field later is where the field is declared.
template <class Change>
void alter(Session& session, const Symbol* column, const char* field, const Change& change) {
  edit<Column>(session, column, change);
  session.record(Event::Verb::altered, column, field);
}

/// Whose the sequence is cannot be told where something unread may have made it.
void doubt_unread_sequence(Session& session, const Symbol* column, const ExpressionField& value) {
  const Symbol* sequence = sequence_counted_by(value);
  if (sequence && !session.draft().item(sequence) && session.is_uncertain(sequence->text)) session.make_uncertain(column);
}

/// Foreign keys over the column, and those that point at it, must still be able to compare its values.
void require_comparable_keys(Session& session, const Symbol* column, const DataType& type) {
  for (const Symbol* dependent : session.draft().dependents(column)) {
    const auto* key = session.draft().object<ForeignKey>(dependent);
    for (std::size_t i = 0; key && i < std::min(key->columns.size(), key->target_columns.size()); ++i) {
      if (key->columns[i].symbol == column) require_comparable(session, type, key->target_columns[i].symbol, dependent->text);
      if (key->target_columns[i].symbol == column) require_comparable(session, type, key->columns[i].symbol, dependent->text);
    }
  }
}

/// What PostgreSQL calls that which keeps a column from changing its type (RememberAllDependentForRebuilding in
/// commands/tablecmds.c); "" for what it makes anew.
std::string_view fixed_user(const Object& object) {
  if (const auto* table = std::get_if<Table>(&object); table && is_view(*table)) return "used by a view or rule";
  if (std::holds_alternative<RewriteRule>(object)) return "used by a view or rule";
  if (std::holds_alternative<Trigger>(object)) return "used in a trigger definition";
  if (std::holds_alternative<Policy>(object)) return "used in a policy definition";
  if (const auto* column = std::get_if<Column>(&object); column && column->generated) return "used by a generated column";
  return {};
}

void require_no_fixed_user(Session& session, const Symbol* column) {
  for (const Symbol* dependent : session.draft().dependents(column))
    if (const auto use = fixed_user(session.draft().item(dependent)->object); !use.empty())
      fail(sqlstate::feature_not_supported, "cannot alter type of a column " + std::string(use) + ": " +
                                                quoted_name({}, dependent->text) + created_at(session.draft(), dependent));
}

std::string of_relation(const Symbol* column) {
  return "column " + quoted_name({}, column->text) + " of relation " + quoted_name({}, column->parent->text);
}

void require_plain(Session& session, const Symbol* column) {
  const Column& now = current(session, column);
  if (now.identity == Identity::always || now.identity == Identity::by_default)
    fail(sqlstate::syntax_error, of_relation(column) + " is an identity column");
  if (now.generated) fail(sqlstate::syntax_error, of_relation(column) + " is a generated column");
}

}  // namespace

void read_drop_column(Session& session, Symbol* table, const Node* node) {
  const auto* command = as<AlterTableCmd>(node);
  Symbol* column = session.draft().find(Namespace::column, table, view_of(command->name));
  if (!column && command->missing_ok) return;
  if (!column) column = column_of(session, table, node);
  require_not_inherited(session, column, "drop");
  std::vector<const Symbol*> gone = keys_including(session.draft(), column);
  gone.push_back(column);
  session.drop(std::move(gone), command->behavior == DROP_CASCADE);
}

void read_set_default(Session& session, Symbol* table, const Node* node) {
  const Symbol* column = column_of(session, table, node);
  require_plain(session, column);
  const DataType& type = session.draft().object<Column>(column)->type;
  const ExpressionField value = read_default_value(session, type, as<AlterTableCmd>(node)->def);
  if (session.draft().object<Partition>(table)) return set_own_default(session, table, column, {{}, value});
  if (const auto* view = session.draft().object<Table>(table); is_view(*view) && as<AlterTableCmd>(node)->def)
    session.not_compared("default of a view", "of a view's columns the names and types are compared", -1, column->text);
  alter(session, column, "default", [&](Column& changed) {
    changed.default_value = value;
    changed.identity = Identity::none;
  });
  doubt_unread_sequence(session, column, value);
}

void read_set_not_null(Session& session, Symbol* table, const Node* node) {
  const Symbol* column = column_of(session, table, node);
  make_not_null(session, table, column);
  if (!session.draft().object<Partition>(table)) session.record(Event::Verb::altered, column, "not_null");
}

void read_drop_not_null(Session& session, Symbol* table, const Node* node) {
  const Symbol* column = column_of(session, table, node);
  const Column& now = current(session, column);
  if (now.identity == Identity::always || now.identity == Identity::by_default)
    fail(sqlstate::syntax_error, of_relation(column) + " is an identity column");
  const Symbol* found = find_primary_key(session, table);
  const bool is_there = session.is_known(found) && !may_be_gone(*session.draft().item(found));
  const PrimaryKey* key = is_there ? primary_key_of(session, table) : nullptr;
  const auto is_it = [&](ColumnRef part) { return part.symbol == column; };
  if (key && std::any_of(key->columns.begin(), key->columns.end(), is_it))
    fail(sqlstate::invalid_table_definition, "column " + quoted_name({}, column->text) + " is in a primary key");
  if (session.draft().object<Partition>(table)) return drop_own_not_null(session, table, column);
  alter(session, column, "not_null", [](Column& changed) { changed.not_null = false; });
}

void read_alter_type(Session& session, Symbol* table, const Node* node) {
  const auto* definition = as<ColumnDef>(as<AlterTableCmd>(node)->def);
  const Symbol* column = column_of(session, table, node);
  const DataType type = read_column_type(session, definition->typeName);
  const Column& now = current(session, column);
  const bool known = session.is_known(column);
  if (known && !definition->raw_default) require_assignable(session, now.type, type, "column " + quoted_name({}, column->text));
  const bool has_default = now.default_value && now.default_value.tree->kind != Expression::Kind::null;
  if (known && has_default)
    require_assignable(session, type_of_default(session, now), type, "default for column " + quoted_name({}, column->text));
  require_no_fixed_user(session, column);
  require_comparable_keys(session, column, type);
  const ExpressionField value = converted_default(session, now);
  const ObjectRef collation = read_collation(session, definition);
  if (known && !is_same_type(now.type, type)) keep_casts(session, column);
  alter(session, column, "type", [&](Column& changed) {
    changed.type = type;
    changed.default_value = value;
    changed.collation = collation;
    changed.storage = storage_after_type_change(changed.storage);
  });
  // The sequence of an identity column follows its type; that of a serial column stays.
  const bool has_identity = now.identity == Identity::always || now.identity == Identity::by_default;
  if (has_identity) require_countable(type);
  if (const Symbol* sequence = has_identity ? sequence_of(session, column) : nullptr) change_type(session, sequence, type);
}

void read_add_identity(Session& session, Symbol* table, const Node* node) {
  const auto* constraint = as<Constraint>(as<AlterTableCmd>(node)->def);
  const Symbol* column = column_of(session, table, node);
  const Column& now = current(session, column);
  const bool known = session.is_known(column);
  if (known && now.identity != Identity::none)
    fail(sqlstate::object_not_in_prerequisite_state, of_relation(column) + " is already an identity column");
  if (known && now.default_value)
    fail(sqlstate::object_not_in_prerequisite_state, of_relation(column) + " already has a default value");
  if (known && !now.not_null)
    fail(sqlstate::object_not_in_prerequisite_state,
         of_relation(column) + " must be declared NOT NULL before identity can be added");
  if (known) require_countable(now.type);
  alter(session, column, "identity", [&](Column& changed) { changed.identity = identity_of(constraint->generated_when); });
  make_sequence(session, table, column, constraint->options);
}

void read_set_identity(Session& session, Symbol* table, const Node* node) {
  const Symbol* column = column_of(session, table, node);
  const auto* options = reinterpret_cast<const List*>(as<AlterTableCmd>(node)->def);
  if (current(session, column).identity == Identity::none && session.is_known(column))
    fail(sqlstate::object_not_in_prerequisite_state, of_relation(column) + " is not an identity column");
  for (const Node* option : nodes_of(options))
    if (const auto* element = as<DefElem>(option); view_of(element->defname) == "generated")
      alter(session, column, "identity",
            [&](Column& changed) { changed.identity = identity_of(static_cast<char>(integer_of(element->arg).value_or('d'))); });
  if (const Symbol* sequence = sequence_of(session, column)) change_sequence(session, sequence, options);
}

void read_drop_identity(Session& session, Symbol* table, const Node* node) {
  const Symbol* column = column_of(session, table, node);
  const Identity now = current(session, column).identity;
  const bool has_identity = now == Identity::always || now == Identity::by_default;
  if (!has_identity && !as<AlterTableCmd>(node)->missing_ok && session.is_known(column))
    fail(sqlstate::object_not_in_prerequisite_state, of_relation(column) + " is not an identity column");
  if (!has_identity) return;
  if (const Symbol* sequence = sequence_of(session, column)) session.draft().drop(sequence);
  alter(session, column, "identity", [](Column& changed) { changed.identity = Identity::none; });
}

void read_drop_expression(Session& session, Symbol* table, const Node* node) {
  const Symbol* column = column_of(session, table, node);
  if (!current(session, column).generated && !as<AlterTableCmd>(node)->missing_ok)
    fail(sqlstate::object_not_in_prerequisite_state, of_relation(column) + " is not a stored generated column");
  alter(session, column, "generated", [](Column& changed) { changed.generated = {}; });
}

}  // namespace pgplumb
