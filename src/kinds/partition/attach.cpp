#include "kinds/partition/attach.h"

#include "kinds/check/ddl.h"
#include "kinds/partition/bound_check.h"
#include "kinds/partition/bounds.h"
#include "kinds/partition/hand_down.h"
#include "kinds/partition/inherited.h"
#include "kinds/partition/own_columns.h"
#include "kinds/partition/own_triggers.h"
#include "kinds/rebind.h"
#include "kinds/table/heirs.h"

namespace pgplumb {

namespace {

/// The fields that tables and partitions both have.
template <class To, class From>
void take_settings(To& to, const From& from) {
  to.unlogged = from.unlogged;
  to.row_security = from.row_security;
  to.force_row_security = from.force_row_security;
  to.replica_identity = from.replica_identity;
  to.replica_index = from.replica_index;
  to.options = from.options;
  to.partition_key = from.partition_key;
}

void rebind_notes(Draft::Item& item, const Rebinding& rebinding) {
  if (item.notes->inherited_names.empty()) return;
  for (InheritedName& name : item.notes.edit().inherited_names)
    if (name.as) {
      Object here = *name.as;
      rebind(here, rebinding);
      name.as = std::make_shared<const Object>(std::move(here));
    }
}

/// All that stands over the columns of a table, other tables' foreign keys on it as well.
void rebind_all(Session& session, const Symbol* relation, const Rebinding& rebinding) {
  Draft& draft = session.draft();
  std::vector<Symbol*> concerned = draft.members(relation);
  for (Symbol* dependent : draft.dependents(relation)) concerned.push_back(dependent);
  concerned.push_back(const_cast<Symbol*>(relation));
  for (const Symbol* symbol : concerned) {
    if (draft.item(symbol)->space == Namespace::column) continue;
    draft.change(symbol, [&](Draft::Item& item) {
      rebind(item.object, rebinding);
      rebind_notes(item, rebinding);
    });
  }
}

/// What its columns say that the table's do not say; settling leaves out what is the same.
void take_column(Partition& partition, const Column& own, const Symbol* column, Text comment) {
  partition.defaults.edit().push_back({{column}, own.default_value});
  partition.storage.edit().push_back({{column}, own.storage});
  if (own.not_null) partition.not_null.edit().push_back({column});
  if (!comment.empty()) partition.comments.edit().push_back({{column}, comment});
}

void make_columns(Session& session, const Symbol* partition, const Symbol* root) {
  Draft& draft = session.draft();
  for (const Symbol* column : draft.members(root, Namespace::column)) {
    Declaration made = *draft.item(column);
    Column own = column_of(draft, partition, column);
    made.object = std::move(own);
    made.notes = {};
    if (const Text comment = comment_on_column(draft, partition, column); !comment.empty())
      made.notes.edit().remarks.comment = comment;
    draft.declare(Namespace::column, partition, column->text, std::move(made));
  }
  for (const Symbol* column : draft.members(partition, Namespace::column))
    draft.change(column, [&](Draft::Item& item) { rebind(item.object, {draft, root, partition}); });
}

/// The constraint or index `of` above under its name in the partition. A foreign key on the root itself stays one on it.
Symbol* make_member(Session& session, const Symbol* partition, const InheritedName& inherited, const Rebinding& rebinding) {
  const Draft::Item& above = *session.draft().item(inherited.of);
  Declaration made = above;
  const Namespace space = inherited.as ? inherited.space : above.space;
  if (inherited.as) made.object = *inherited.as;
  rebind(made.object, rebinding);
  if (auto* check = std::get_if<Check>(&made.object)) check->validated = is_valid_in(session.draft(), inherited.of, partition);
  if (auto* key = std::get_if<ForeignKey>(&made.object)) key->target_columns = std::get<ForeignKey>(above.object).target_columns;
  made.notes.edit().remarks = {};
  made.notes.edit().lacks_partitions = false;
  return session.draft().declare(space, partition, inherited.name.str(), std::move(made));
}

struct Below {
  const Symbol* partition;
  std::vector<InheritedName> names;
};

/// What those below have from above `top`, they have from what `top` has of it from now on.
void note_below(Session& session, const std::vector<Below>& all,
                const std::vector<std::pair<const Symbol*, const Symbol*>>& made) {
  for (const auto& [partition, names] : all)
    for (const InheritedName& name : names)
      for (const auto& [above, own] : made)
        if (name.of == above && own) note_inherited_name(session, partition, own, name.name);
}

std::vector<Below> names_below(Session& session, const Symbol* relation) {
  std::vector<Below> all;
  for (const Symbol* partition : partitions_below(session.draft(), relation))
    all.push_back({partition, inherited_by(session, partition)});
  return all;
}

}  // namespace

void attach_partition(Session& session, Symbol* table, const PartitionParent& parent, const PartitionBoundSpec* bound) {
  Draft& draft = session.draft();
  const Symbol* root = root_of(draft, parent.relation);
  const Table stated = *draft.object<Table>(table);
  Partition partition;
  take_settings(partition, stated);
  partition.of = {parent.relation};
  require_bound_of_key(parent.key, bound);
  partition.bound = read_partition_bound(session, parent.key, bound);
  for (const Symbol* column : draft.members(table, Namespace::column))
    take_column(partition, *draft.object<Column>(column), column, draft.item(column)->notes->remarks.comment);
  const auto is_below = stated.partition_key ? partitions_below(draft, table) : std::vector<Symbol*>();
  for (const Symbol* below : is_below) note_inherited_names(session, below);
  draft.turn_into(table, Namespace::partition, std::move(partition));
  const Rebinding rebinding{draft, table, root};
  rebind_all(session, table, rebinding);
  for (const Symbol* column : draft.members(table, Namespace::column)) {
    for (const Symbol* dependent : draft.dependents(column))
      if (draft.object<Sequence>(dependent)) draft.drop(dependent);
    draft.drop(column);
  }
  give_up_inherited(session, table);
  for (const Symbol* below : is_below) give_up_inherited(session, below);
  session.record(Event::Verb::altered, table, "of");
}

void detach_partition(Session& session, Symbol* partition, bool concurrently) {
  Draft& draft = session.draft();
  const Symbol* root = root_of(draft, partition);
  const Partition stated = *draft.object<Partition>(partition);
  const std::vector<InheritedName> inherited = inherited_by(session, partition);
  const std::vector<Below> below = stated.partition_key ? names_below(session, partition) : std::vector<Below>();
  BoundCondition check = concurrently ? bound_condition(session, partition) : BoundCondition();
  forget_triggers_above(session, partition);
  make_columns(session, partition, root);
  const Rebinding rebinding{draft, root, partition};
  rebind_all(session, partition, rebinding);
  for (const Below& one : below) rebind_all(session, one.partition, rebinding);
  std::vector<std::pair<const Symbol*, const Symbol*>> made;
  for (const InheritedName& one : inherited) made.emplace_back(one.of, make_member(session, partition, one, rebinding));
  Table table{stated.partition_key ? RelationKind::partitioned_table : RelationKind::table};
  take_settings(table, *draft.object<Partition>(partition));
  draft.turn_into(partition, Namespace::relation, std::move(table));
  draft.change(partition, [](Draft::Item& item) {
    item.notes.edit().inherited_names.clear();
    item.notes.edit().written = {};
  });
  note_below(session, below, made);
  rebind(check.condition, rebinding);
  if (check.condition && !is_implied(draft, partition, *check.condition.tree)) {
    const Symbol* made_check = declare_check(session, partition, {check.condition});
    if (!check.is_known) session.make_uncertain(made_check);
  }
  session.record(Event::Verb::altered, partition, "of");
}

}  // namespace pgplumb
