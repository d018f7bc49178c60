// ALTER TABLE: its clauses, in the passes in which PostgreSQL carries them out.
#include <algorithm>
#include <array>

#include "catalog/declared.h"
#include "kinds/composite_type/ddl.h"
#include "kinds/ddl.h"
#include "kinds/owner/ddl.h"
#include "kinds/partition/hand_down.h"
#include "kinds/partition/inherited.h"
#include "kinds/partition/own_columns.h"
#include "kinds/primary_key/ddl.h"
#include "kinds/spelling.h"
#include "kinds/table/heirs.h"
#include "kinds/table/options.h"
#include "statements/inherited_columns.h"
#include "statements/partition_refusals.h"
#include "statements/partitions.h"
#include "statements/statements.h"
#include "statements/table_elements.h"
#include "statements/typed_tables.h"
#include "statements/uncompared.h"

namespace pgplumb {

namespace {

/// The order of AlterTablePass in commands/tablecmds.c, as far as it can be told here: what was dropped is gone before a column
/// is added, whatever the order in which the clauses were written.
enum Pass { drops, types, columns, constraints, rest };

Pass pass_of(const AlterTableCmd* command) {
  switch (command->subtype) {
    case AT_DropColumn:
    case AT_DropConstraint:
    case AT_DropNotNull:
    case AT_DropIdentity:
    case AT_DropExpression:
      return drops;
    case AT_ColumnDefault:
      return command->def ? rest : drops;
    case AT_AlterColumnType:
      return types;
    case AT_AddColumn:
      return columns;
    case AT_AddConstraint:
    case AT_SetNotNull:
      return constraints;
    default:
      return rest;
  }
}

std::vector<const AlterTableCmd*> in_order(const AlterTableStmt* statement) {
  std::vector<const AlterTableCmd*> commands;
  for (const Node* node : nodes_of(statement->cmds)) commands.push_back(as<AlterTableCmd>(node));
  std::stable_sort(commands.begin(), commands.end(),
                   [](const AlterTableCmd* a, const AlterTableCmd* b) { return pass_of(a) < pass_of(b); });
  return commands;
}

std::string statement_name(const AlterTableStmt* statement) {
  return "ALTER " + std::string(object_words(statement->objtype).name);
}

/// For the rows that are there.
void require_values(Session& session, const Symbol* column) {
  const Column& made = *session.draft().object<Column>(column);
  if (!made.not_null || made.default_value || made.identity != Identity::none || made.generated) return;
  fail(sqlstate::not_null_violation, "column " + quoted_name({}, column->text) + " of relation " +
                                         quoted_name({}, column->parent->text) + " contains null values");
}

void read_add_column(Session& session, Symbol* table, const AlterTableCmd* command, TableElements& elements) {
  const auto* definition = as<ColumnDef>(command->def);
  const std::string_view name = view_of(definition->colname);
  if (command->missing_ok && session.draft().find(Namespace::column, table, name)) return;
  elements.add_column(definition);
  elements.complete_columns();
  if (session.with_rows.contains(table)) require_values(session, session.draft().find(Namespace::column, table, name));
}

void read_drop_constraint(Session& session, Symbol* table, const AlterTableCmd* command) {
  const std::string_view name = view_of(command->name);
  if (const Symbol* found = session.draft().find(Namespace::constraint, table, name)) {
    keep_names_beside(session, found);
    return session.drop({found}, command->behavior == DROP_CASCADE);
  }
  const Draft::Item* item = session.draft().item(table);
  if (command->missing_ok) return;
  if (item->stated_in_part || item->uncertain || session.is_uncertain(name))
    return session.not_compared("DROP CONSTRAINT", "nothing that could be read and applied makes it", -1,
                                member_name(table, name));
  fail(sqlstate::undefined_object,
       "constraint " + quoted_name({}, name) + " of relation " + quoted_name({}, table->text) + " does not exist");
}

void read_clause(Session& session, Symbol* table, const AlterTableCmd* command, TableElements& elements) {
  switch (command->subtype) {
    case AT_AddColumn:
      return read_add_column(session, table, command, elements);
    case AT_AddConstraint:
      return elements.add_constraint(as<Constraint>(command->def));
    case AT_DropConstraint:
      return read_drop_constraint(session, table, command);
    case AT_AttachPartition:
      return read_attach_partition(session, table, command);
    case AT_DetachPartition:
    case AT_DetachPartitionFinalize:
      return read_detach_partition(session, table, command);
    case AT_ChangeOwner:
      return read_owner_clause(session, table, command) ? void() : pass_over_clause(session, table, command);
    default:
      if (!alters_by_a_kind(session, table, reinterpret_cast<const Node*>(command))) pass_over_clause(session, table, command);
  }
}

/// Whether the heir has the column that is altered, and, where it is dropped, from nowhere else.
bool follows(const Draft& draft, const Symbol* heir, const AlterTableCmd* command) {
  const Symbol* column = draft.find(Namespace::column, heir, view_of(command->name));
  if (!column || command->subtype != AT_DropColumn) return column;
  return is_only_inherited(draft, column) && !inherits_column(draft, heir, column->text);
}

void alter_heirs(Session& session, const Symbol* table, const AlterTableCmd* command);

/// What a table that INHERITS takes over of its parent's changes, and hands down.
void alter_heir(Session& session, const Symbol* table, Symbol* heir, const AlterTableCmd* command) {
  if (command->subtype == AT_AddColumn) {
    const std::string_view name = view_of(as<ColumnDef>(command->def)->colname);
    inherit_column(session, session.draft().find(Namespace::column, table, name), heir);
  } else if (follows(session.draft(), heir, command)) {
    TableElements elements(session, heir);
    read_clause(session, heir, command, elements);
  } else {
    return;
  }
  alter_heirs(session, heir, command);
}

void alter_heirs(Session& session, const Symbol* table, const AlterTableCmd* command) {
  for (Symbol* heir : heirs_of(session.draft(), table)) alter_heir(session, table, heir, command);
}

bool reaches_heirs(const AlterTableCmd* command) {
  constexpr std::array subtypes = {AT_AddColumn,   AT_DropColumn,    AT_AlterColumnType, AT_ColumnDefault, AT_SetNotNull,
                                   AT_DropNotNull, AT_SetStatistics, AT_SetStorage,      AT_DropExpression};
  return std::find(subtypes.begin(), subtypes.end(), command->subtype) != subtypes.end();
}

void make_not_null_in_heirs(Session& session, const Symbol* table, std::string_view name) {
  for (const Symbol* heir : heirs_of(session.draft(), table)) {
    if (const Symbol* column = session.draft().find(Namespace::column, heir, name)) make_not_null(session, heir, column);
    make_not_null_in_heirs(session, heir, name);
  }
}

/// The columns of a primary key that is younger than `count` declared objects.
void hand_down_not_null(Session& session, const Symbol* table, std::size_t count) {
  if (const PrimaryKey* key = primary_key_of(session, table, count))
    for (const ColumnRef column : key->columns) make_not_null_in_heirs(session, table, column.symbol->text);
}

void alter(Session& session, Symbol* table, const AlterTableStmt* statement) {
  TableElements elements(session, table);
  const std::size_t count = session.draft().declared_count();
  const bool only = !statement->relation->inh;
  bool constraints_made = false;
  for (const AlterTableCmd* command : in_order(statement)) {
    if (pass_of(command) == rest && !std::exchange(constraints_made, true)) elements.finish();
    if (is_passed_by_partition(session, table, command)) continue;
    carry_to_partitions(session, table, command, only);
    if (only && command->subtype == AT_DropConstraint)
      leave_check_to_heirs(session, session.draft().find(Namespace::constraint, table, view_of(command->name)));
    read_clause(session, table, command, elements);
    if (!only && reaches_heirs(command)) alter_heirs(session, table, command);
  }
  elements.finish();
  if (!only) hand_down_not_null(session, table, count);
  refuse_made_on_partitioned(session, table, count, only);
  give_up_inherited_checks(session, table, count);
  hand_down(session, table, count, !only);
}

/// ALTER INDEX … SET (…) and RESET (…) of an index that no constraint has. False where it is something else.
bool read_index_options(Session& session, const Symbol* index, const AlterTableCmd* command) {
  const bool resets = command->subtype == AT_ResetRelOptions;
  const bool is_exclusion = session.draft().object<Exclusion>(index);
  const bool has_options = session.draft().object<Index>(index) || is_exclusion;
  if (!has_options || (command->subtype != AT_SetRelOptions && !resets)) return false;
  const auto change = [&](auto& changed) {
    changed.options = changed_options(changed.options, reinterpret_cast<const List*>(command->def), resets);
  };
  is_exclusion ? edit<Exclusion>(session, index, change) : edit<Index>(session, index, change);
  session.record(Event::Verb::altered, index, "options");
  return true;
}

/// ALTER TYPE: the tables OF the type get what it gets.
bool read_alter_type_and_tables(Session& session, const AlterTableStmt* statement) {
  if (statement->objtype != OBJECT_TYPE) return false;
  for (const Node* node : nodes_of(statement->cmds)) {
    const auto* command = as<AlterTableCmd>(node);
    if (command->subtype == AT_ChangeOwner) continue;
    for (Symbol* table : tables_that_follow(session, statement->relation, command->behavior)) {
      TableElements elements(session, table);
      read_clause(session, table, command, elements);
    }
  }
  return read_alter_composite_type(session, reinterpret_cast<const Node*>(statement));
}

bool has_columns(ObjectType type) {
  return type == OBJECT_TABLE || type == OBJECT_FOREIGN_TABLE || type == OBJECT_VIEW || type == OBJECT_MATVIEW;
}

}  // namespace

void read_alter_table(Session& session, const Node* node) {
  const auto* statement = as<AlterTableStmt>(node);
  const auto [schema, name] = qualified_name(statement->relation);
  if (read_alter_type_and_tables(session, statement) || read_owner(session, node)) return;
  if (attaches_index(session, statement)) return;
  const FoundRelation found = session.look_up(schema, name);
  if (!found && statement->missing_ok) return;
  if (session.draft().object<Partition>(found.symbol)) return alter(session, found.symbol, statement);
  const bool is_index = found.symbol && !session.draft().object<Table>(found.symbol);
  const auto* first = as<AlterTableCmd>(nodes_of(statement->cmds).front());
  // pg_dump says ALTER TABLE of sequences too.
  if (is_index && first->subtype == AT_ChangeOwner) return pass_over_clause(session, found.symbol, first);
  if (is_index && read_index_options(session, found.symbol, first)) return;
  const bool sets_options = first->subtype == AT_SetRelOptions || first->subtype == AT_ResetRelOptions;
  if (is_index && sets_options && !session.draft().object<Sequence>(found.symbol))
    accept_any(session.draft(), found.symbol, "options");
  if (is_index || !has_columns(statement->objtype))
    return session.not_compared(statement_name(statement),
                                "settings of " + std::string(object_words(statement->objtype).plural) + " are not compared", -1,
                                std::string(name));
  alter(session, session.relation_to_alter(schema, name), statement);
}

}  // namespace pgplumb
