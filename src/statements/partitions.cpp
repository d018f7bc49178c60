#include "statements/partitions.h"

#include <algorithm>
#include <array>

#include "kinds/column/ddl.h"
#include "kinds/column/storage.h"
#include "kinds/ddl.h"
#include "kinds/partition/attach.h"
#include "kinds/partition/hand_down.h"
#include "kinds/partition/inherited.h"
#include "kinds/partition/own_columns.h"
#include "kinds/partition/own_triggers.h"
#include "kinds/spelling.h"
#include "kinds/table/options.h"
#include "kinds/table/toast.h"
#include "statements/partition_refusals.h"
#include "statements/table_elements.h"

namespace pgplumb {

namespace {

/// Clauses that name a constraint, which may be one that the partition has from its table.
constexpr std::array of_constraints = {AT_ValidateConstraint, AT_AlterConstraint};
/// Those that concern the columns of the table as well.
constexpr std::array of_columns = {AT_AddIdentity, AT_SetIdentity,    AT_DropIdentity,
                                   AT_ChangeOwner, AT_GenericOptions, AT_AlterColumnGenericOptions};
/// Those about how a column is stored or estimated: ATPrepCmd() in commands/tablecmds.c lets them reach partitions, or not.
constexpr std::array of_storage_below = {AT_SetStorage, AT_SetStatistics};
constexpr std::array of_storage_here = {AT_SetCompression, AT_SetOptions, AT_ResetOptions};
constexpr std::array of_triggers = {AT_EnableTrig,    AT_EnableAlwaysTrig, AT_EnableReplicaTrig, AT_DisableTrig,
                                    AT_EnableTrigAll, AT_EnableTrigUser,   AT_DisableTrigAll,    AT_DisableTrigUser};

template <std::size_t n>
bool contains(const std::array<AlterTableType, n>& types, AlterTableType type) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::string_view member_named_by(const AlterTableCmd* command) {
  const auto* constraint = command->def ? as<Constraint>(command->def) : nullptr;
  return constraint ? view_of(constraint->conname) : view_of(command->name);
}

/// `note DEFAULT 'none' NOT NULL CHECK (…)`: what a partition says of a column.
void add_column_options(Session& session, Symbol* partition, const ColumnDef* definition, TableElements& elements) {
  Symbol* column = session.column_to_alter(partition, view_of(definition->colname));
  for (const Node* node : nodes_of(definition->constraints)) {
    const auto* constraint = as<Constraint>(node);
    if (constraint->contype == CONSTR_DEFAULT)
      set_own_default(session, partition, column, {{}, read_field(session, nullptr, constraint->raw_expr)});
    else if (constraint->contype == CONSTR_NOTNULL)
      make_not_null(session, partition, column);
    else if (!is_column_attribute(constraint))
      elements.add_constraint(constraint, column);
    else if (constraint->contype != CONSTR_NULL)
      pass_by_partition(session, "column of a partition", member_name(partition, column->text));
  }
}

/// The index of that name, be it one that a partition has from above. None where that is not known; fails with 42P01 where it is
/// surely not there.
PartitionedIndex find_index(Session& session, QualifiedName named) {
  const auto [schema, name] = named;
  if (const Symbol* found = session.look_up(schema, name).symbol) return {found->parent, found};
  if (const HeirOfIndex heir = find_heir_of_index(session, schema, name); heir.partition) return {heir.partition, heir.of};
  if (session.passes_over("ATTACH PARTITION", schema, name)) return {};
  fail(sqlstate::undefined_table, "relation " + quoted_name(schema, name) + " does not exist");
}

}  // namespace

void make_partition(Session& session, const Symbol* schema, const CreateStmt* statement) {
  const auto parent = find_partition_parent(session, as<RangeVar>(nodes_of(statement->inhRelations).front()));
  require_partitioned(session, parent.relation);
  Symbol* made = declare_partition(session, parent, schema, view_of(statement->relation->relname), statement->partbound,
                                   statement->partspec);
  if (!made) return;
  require_free_bound(session, made);
  const std::size_t count = session.draft().declared_count();
  const Text options = options_text(statement->options);
  if (!options.empty() || is_unlogged(statement->relation))
    edit<Partition>(session, made, [&](Partition& changed) {
      changed.options = options;
      changed.unlogged = is_unlogged(statement->relation);
    });
  leave_out_toast_options(session, made);
  leave_estimates_above(session, made);
  TableElements elements(session, made);
  for (const List* list : {statement->tableElts, statement->constraints})
    for (const Node* element : nodes_of(list))
      if (const auto* constraint = as<Constraint>(element))
        elements.add_constraint(constraint);
      else if (const auto* column = as<ColumnDef>(element))
        add_column_options(session, made, column, elements);
  elements.finish();
  refuse_made_on_partitioned(session, made, count, false);
  give_up_inherited_checks(session, made, count);
}

void read_attach_partition(Session& session, const Symbol* above, const AlterTableCmd* command) {
  const auto* attached = as<PartitionCmd>(command->def);
  const auto [schema, name] = qualified_name(attached->name);
  require_partitioned(session, above);
  const FoundRelation found = session.look_up(schema, name);
  if (session.draft().object<Partition>(found.symbol))
    fail(sqlstate::wrong_object_type, quoted_name({}, name) + " is already a partition");
  const PartitionParent parent{above, key_of(session.draft(), above)};
  if (Symbol* table = session.find_relation(schema, name)) {
    require_attachable(session, table, above);
    attach_partition(session, table, parent, attached->bound);
    return require_free_bound(session, table);
  }
  // Nothing read here makes it.
  declare_partition(session, parent, session.creation_schema(schema), name, attached->bound, nullptr);
}

void read_detach_partition(Session& session, const Symbol* above, const AlterTableCmd* command) {
  const auto* detached = as<PartitionCmd>(command->def);
  const auto [schema, name] = qualified_name(detached->name);
  const FoundRelation found = session.look_up(schema, name);
  const bool finishes = command->subtype == AT_DetachPartitionFinalize;
  const auto* partition = session.draft().object<Partition>(found.symbol);
  if (partition && partition->of.symbol != above)
    fail(sqlstate::undefined_table, quoted_name({}, name) + " is not a partition of " + quoted_name({}, above->text));
  if (partition) return detach_partition(session, found.symbol, finishes || detached->concurrent);
  if (finishes) return;  // an earlier DETACH that was read has done it
  if (session.draft().object<Table>(found.symbol) && session.is_known(found.symbol))
    fail(sqlstate::undefined_table, "relation " + quoted_name({}, name) + " is not a partition");
  session.not_compared("DETACH PARTITION", "nothing that could be read and applied makes it", -1, std::string(name));
  session.make_uncertain(schema, name);
}

bool attaches_index(Session& session, const AlterTableStmt* statement) {
  const auto* command = as<AlterTableCmd>(nodes_of(statement->cmds).front());
  if (statement->objtype != OBJECT_INDEX || command->subtype != AT_AttachPartition) return false;
  const PartitionedIndex above = find_index(session, qualified_name(statement->relation));
  const PartitionedIndex own = find_index(session, qualified_name(as<PartitionCmd>(command->def)->name));
  const bool is_done = own.of == above.of && own.relation != above.relation;
  if (!above.of || !own.of || is_done) return true;
  if (is_attachable_index(session, above, own)) attach_index(session, above.of, own.of);
  return true;
}

bool is_passed_by_partition(Session& session, const Symbol* relation, const AlterTableCmd* command) {
  if (!session.draft().object<Partition>(relation)) return false;
  refuse_on_partition(session, relation, command);
  const std::string_view member = member_named_by(command);
  const bool is_inherited =
      contains(of_constraints, command->subtype) && !session.draft().find(Namespace::constraint, relation, member);
  if (!is_inherited && !contains(of_columns, command->subtype)) return false;
  pass_by_partition(session, "ALTER TABLE", member.empty() ? relation->text : member_name(relation, member));
  return true;
}

namespace {

/// A clause that reaches partitions says the same of those that store the column in their own way; ONLY leaves them what they
/// had.
void carry_storage(Session& session, const Symbol* relation, const Symbol* column, const AlterTableCmd* command, bool only) {
  if (only || contains(of_storage_here, command->subtype)) return keep_storage_of_partitions(session, relation, column);
  carry_storage_to_partitions(session, relation, column,
                              [&](Text own) { return changed_storage(session, column, own, command); });
}

}  // namespace

void carry_to_partitions(Session& session, const Symbol* relation, const AlterTableCmd* command, bool only) {
  const Draft& draft = session.draft();
  if (!key_of(draft, relation)) return;
  refuse_on_partitioned(session, relation, command, only);
  if (contains(of_triggers, command->subtype)) return carry_firing_to_partitions(session, relation, view_of(command->name), only);
  const Symbol* column = draft.find(Namespace::column, root_of(draft, relation), view_of(command->name));
  if (!column) return;
  if (command->subtype == AT_ColumnDefault) carry_default_to_partitions(session, relation, column, only);
  if (command->subtype == AT_DropNotNull) carry_not_null_to_partitions(session, relation, column);
  if (command->subtype == AT_AlterColumnType) carry_storage_to_partitions(session, relation, column, storage_after_type_change);
  if (contains(of_storage_here, command->subtype) || contains(of_storage_below, command->subtype))
    carry_storage(session, relation, column, command, only);
}

void give_up_inherited_checks(Session& session, const Symbol* partition, std::size_t count) {
  Draft& draft = session.draft();
  if (!draft.object<Partition>(partition)) return;
  for (const Symbol* own : draft.members(partition, Namespace::constraint)) {
    if (own->number <= count || !draft.object<Check>(own)) continue;
    const auto above = inherited_by(session, partition);
    const bool is_above = std::any_of(above.begin(), above.end(), [&](const InheritedName& one) {
      return one.of->text == own->text && draft.object<Check>(one.of);
    });
    if (is_above) draft.drop(own);
  }
}

}  // namespace pgplumb
