#include "statements/partition_refusals.h"

#include <algorithm>
#include <array>

#include "kinds/ddl.h"
#include "kinds/partition/bounds.h"
#include "kinds/partition/ddl.h"
#include "kinds/partition/hand_down.h"
#include "kinds/partition/inherited.h"
#include "kinds/partition/own_columns.h"

namespace pgplumb {

namespace {

struct Refusal {
  AlterTableType type;
  const char* sqlstate;
  std::string_view reason;
};
constexpr std::array of_partitions = {
    Refusal{AT_AddColumn, sqlstate::wrong_object_type, "cannot add column to a partition"},
    Refusal{AT_DropColumn, sqlstate::invalid_table_definition, "cannot drop inherited column "},
    Refusal{AT_AlterColumnType, sqlstate::invalid_table_definition, "cannot alter inherited column "},
    Refusal{AT_DropExpression, sqlstate::invalid_table_definition, "cannot drop generation expression from inherited column "},
    Refusal{AT_AddInherit, sqlstate::wrong_object_type, "cannot change inheritance of a partition"},
    Refusal{AT_DropInherit, sqlstate::wrong_object_type, "cannot change inheritance of a partition"},
};
constexpr std::array of_partitioned = {
    Refusal{AT_AddInherit, sqlstate::wrong_object_type, "cannot change inheritance of partitioned table"},
    Refusal{AT_DropInherit, sqlstate::wrong_object_type, "cannot change inheritance of partitioned table"},
};
/// ONLY what is partitioned, where it has partitions.
constexpr std::array of_it_only = {
    Refusal{AT_AddColumn, sqlstate::invalid_table_definition, "column must be added to child tables too"},
    Refusal{AT_DropColumn, sqlstate::invalid_table_definition,
            "cannot drop column from only the partitioned table when partitions exist"},
    Refusal{AT_AlterColumnType, sqlstate::invalid_table_definition,
            "type of inherited column must be changed in child tables too"},
    Refusal{AT_DropConstraint, sqlstate::invalid_table_definition,
            "cannot remove constraint from only the partitioned table when partitions exist"},
};

template <std::size_t n>
void refuse(const std::array<Refusal, n>& refusals, const AlterTableCmd* command) {
  for (const Refusal& refusal : refusals)
    if (refusal.type == command->subtype)
      fail(refusal.sqlstate,
           std::string(refusal.reason) + (command->name ? quoted_name({}, view_of(command->name)) : std::string()));
}

std::string relation_named(const Symbol* relation) { return "relation " + quoted_name({}, relation->text); }

bool mentions(const Expression& tree, const Symbol* column) {
  return tree.column.symbol == column ||
         std::any_of(tree.args.begin(), tree.args.end(), [&](const Expression& arg) { return mentions(arg, column); });
}

/// The relation and those below it that are partitioned by the column.
const Symbol* find_partitioned_by(const Draft& draft, const Symbol* relation, const Symbol* column) {
  std::vector<const Symbol*> all{relation};
  for (const Symbol* partition : partitions_below(draft, relation)) all.push_back(partition);
  const auto found = std::find_if(all.begin(), all.end(), [&](const Symbol* one) {
    const ExpressionField key = key_of(draft, one);
    return key && mentions(*key.tree, column);
  });
  return found == all.end() ? nullptr : *found;
}

void require_not_in_key(Session& session, const Symbol* relation, const AlterTableCmd* command) {
  if (command->subtype != AT_DropColumn && command->subtype != AT_AlterColumnType) return;
  const Draft& draft = session.draft();
  const Symbol* column = draft.find(Namespace::column, root_of(draft, relation), view_of(command->name));
  const Symbol* partitioned = column ? find_partitioned_by(draft, relation, column) : nullptr;
  if (!partitioned) return;
  const std::string verb = command->subtype == AT_DropColumn ? "drop" : "alter";
  fail(sqlstate::invalid_table_definition, "cannot " + verb + " column " + quoted_name({}, column->text) +
                                               " because it is part of the partition key of " + relation_named(partitioned));
}

std::string column_named(const Symbol* column) { return "column " + quoted_name({}, column->text); }

void require_same_columns(Session& session, const Symbol* table, const Symbol* above) {
  const Draft& draft = session.draft();
  const Symbol* root = root_of(draft, above);
  for (const Symbol* column : draft.members(table, Namespace::column))
    if (!draft.find(Namespace::column, root, column->text))
      fail(sqlstate::datatype_mismatch, "table " + quoted_name({}, table->text) + " contains " + column_named(column) +
                                            " not found in parent " + quoted_name({}, above->text));
  for (const Symbol* column : draft.members(root, Namespace::column)) {
    const Symbol* own = draft.find(Namespace::column, table, column->text);
    if (!own) fail(sqlstate::datatype_mismatch, "child table is missing " + column_named(column));
    if (!session.is_known(own) || !session.is_known(column)) continue;
    const Column &mine = *draft.object<Column>(own), theirs = column_of(draft, above, column);
    if (!(mine.type == theirs.type))
      fail(sqlstate::datatype_mismatch,
           "child table " + quoted_name({}, table->text) + " has different type for " + column_named(column));
    if (theirs.not_null && !mine.not_null)
      fail(sqlstate::datatype_mismatch, column_named(column) + " in child table must be marked NOT NULL");
  }
}

void require_check(const Draft& draft, const Symbol* table, const Symbol* above) {
  if (draft.object<Check>(above) && !draft.object<Check>(draft.find(Namespace::constraint, table, above->text)))
    fail(sqlstate::datatype_mismatch, "child table is missing constraint " + quoted_name({}, above->text));
}

void require_checks(const Draft& draft, const Symbol* table, const Symbol* above) {
  for (const Symbol* member : handed_down_to(draft, above)) require_check(draft, table, member);
  for (const Symbol* member : draft.members(above, Namespace::constraint)) require_check(draft, table, member);
}

struct Refused {
  const char* sqlstate = nullptr;  // null for nothing
  const char* reason = "";
};

/// As ATExecAttachPartitionIdx() in commands/tablecmds.c.
Refused why_not_attachable(const Draft& draft, const PartitionedIndex& above, const PartitionedIndex& own) {
  constexpr const char* not_so = sqlstate::object_not_in_prerequisite_state;
  if (!key_of(draft, above.relation)) return {sqlstate::wrong_object_type, "its table is not partitioned"};
  const auto* partition = draft.object<Partition>(own.relation);
  if (!partition || partition->of.symbol != above.relation) return {not_so, "it is not an index on any partition of its table"};
  const auto have = handed_down_to(draft, own.relation);
  if (std::find(have.begin(), have.end(), above.of) != have.end())
    return {not_so, "another index is already attached for this partition"};
  if (own.of->parent != own.relation) return {not_so, "it is already attached to another index"};
  if (!is_same_as_above(*draft.item(own.of), *draft.item(above.of)))
    return {sqlstate::invalid_object_definition, "the index definitions do not match"};
  return {};
}

/// IF EXISTS of what is not there, IF NOT EXISTS of what is.
bool is_idle(const Draft& draft, const Symbol* relation, const AlterTableCmd* command) {
  if (!command->missing_ok) return false;
  const auto* definition = command->subtype == AT_AddColumn ? as<ColumnDef>(command->def) : nullptr;
  const std::string_view name = view_of(definition ? definition->colname : command->name);
  const bool is_there = command->subtype == AT_DropConstraint ? draft.find(Namespace::constraint, relation, name)
                                                              : draft.find(Namespace::column, root_of(draft, relation), name);
  return is_there == (definition != nullptr);
}

std::vector<std::string_view> columns_made_not_null(const AlterTableCmd* command) {
  if (command->subtype == AT_SetNotNull) return {view_of(command->name)};
  const auto* constraint = command->subtype == AT_AddConstraint ? as<Constraint>(command->def) : nullptr;
  return constraint && constraint->contype == CONSTR_PRIMARY ? texts_of(constraint->keys) : std::vector<std::string_view>();
}

/// Only the partitions' columns can make that of what is partitioned NOT NULL.
void require_not_null_below(const Draft& draft, const Symbol* relation, const Symbol* column) {
  for (const Symbol* partition : partitions_below(draft, relation))
    if (!column_of(draft, partition, column).not_null)
      fail(sqlstate::invalid_table_definition, "constraint must be added to child tables too: " + column_named(column) + " of " +
                                                   relation_named(partition) + " is not NOT NULL");
}

}  // namespace

void refuse_on_partition(Session& session, const Symbol* partition, const AlterTableCmd* command) {
  refuse(of_partitions, command);
  const std::string_view name = view_of(command->name);
  if (command->subtype != AT_DropConstraint || session.draft().find(Namespace::constraint, partition, name)) return;
  for (const InheritedName& inherited : inherited_by(session, partition))
    if (inherited.name == Text(name))
      fail(sqlstate::invalid_table_definition,
           "cannot drop inherited constraint " + quoted_name({}, name) + " of " + relation_named(partition));
}

void refuse_on_partitioned(Session& session, const Symbol* relation, const AlterTableCmd* command, bool only) {
  refuse(of_partitioned, command);
  const Draft& draft = session.draft();
  if (only && !is_idle(draft, relation, command) && !partitions_below(draft, relation).empty()) refuse(of_it_only, command);
  require_not_in_key(session, relation, command);
  for (const std::string_view name : only ? columns_made_not_null(command) : std::vector<std::string_view>())
    if (const Symbol* column = draft.find(Namespace::column, root_of(draft, relation), name))
      require_not_null_below(draft, relation, column);
}

void refuse_made_on_partitioned(Session& session, const Symbol* relation, std::size_t count, bool only) {
  const Draft& draft = session.draft();
  if (!key_of(draft, relation) || !session.is_known(relation)) return;
  const bool leaves_partitions_out = only && !partitions_below(draft, relation).empty();
  for (const Symbol* member : draft.members(relation)) {
    if (member->number <= count) continue;
    const auto* check = draft.object<Check>(member);
    if (check && check->no_inherit)
      fail(sqlstate::invalid_table_definition,
           "cannot add NO INHERIT constraint to partitioned table " + quoted_name({}, relation->text));
    if (check && leaves_partitions_out) fail(sqlstate::invalid_table_definition, "constraint must be added to child tables too");
    if (draft.object<ForeignKey>(member) && only)
      fail(sqlstate::wrong_object_type,
           "cannot use ONLY for foreign key on partitioned table " + quoted_name({}, relation->text));
    require_partition_key(draft, member);
  }
}

void require_partitioned(Session& session, const Symbol* relation) {
  if (!key_of(session.draft(), relation) && session.is_known(relation))
    fail(sqlstate::invalid_object_definition, "table " + quoted_name({}, relation->text) + " is not partitioned");
}

void require_attachable(Session& session, const Symbol* table, const Symbol* above) {
  const Draft& draft = session.draft();
  for (const Symbol* level = above; level;) {
    if (level == table) fail(sqlstate::duplicate_table, "circular inheritance not allowed");
    const auto* partition = draft.object<Partition>(level);
    level = partition ? partition->of.symbol : nullptr;
  }
  if (!session.is_known(table) || !session.is_known(root_of(draft, above))) return;
  require_same_columns(session, table, above);
  require_checks(draft, table, above);
}

bool is_attachable_index(Session& session, const PartitionedIndex& above, const PartitionedIndex& own) {
  const Refused refused = why_not_attachable(session.draft(), above, own);
  if (!refused.sqlstate) return true;
  if (session.is_known(above.relation) && session.is_known(own.relation))
    fail(refused.sqlstate, "cannot attach index " + quoted_name({}, own.of->text) + " as a partition of index " +
                               quoted_name({}, above.of->text) + ": " + refused.reason);
  return false;
}

void require_free_bound(Session& session, const Symbol* partition) {
  const Draft& draft = session.draft();
  const auto* made = draft.object<Partition>(partition);
  const Expression& bound = *made->bound.tree;
  require_some_rows(bound);
  for (const Symbol* other : partitions_below(draft, made->of.symbol)) {
    const auto* stated = draft.object<Partition>(other);
    if (other == partition || stated->of.symbol != made->of.symbol) continue;
    require_moduli_together(bound, *stated->bound.tree);
    if (overlap(bound, *stated->bound.tree))
      fail(sqlstate::invalid_object_definition,
           "partition " + quoted_name({}, partition->text) + " would overlap partition " + quoted_name({}, other->text));
  }
}

}  // namespace pgplumb
