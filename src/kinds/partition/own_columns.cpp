#include "kinds/partition/own_columns.h"

#include <algorithm>

#include "kinds/column/storage.h"
#include "kinds/partition/ddl.h"

namespace pgplumb {

namespace {

template <class Own>
using OwnList = Seldom<std::vector<Own>> Partition::*;

/// What the partition says of the column in one of its lists; null for nothing.
template <class Own>
const Own* find_own(const Draft& draft, const Symbol* partition, OwnList<Own> list, const Symbol* column) {
  for (const Own& own : *(draft.object<Partition>(partition)->*list))
    if (own.column.symbol == column) return &own;
  return nullptr;
}

template <class Own>
void drop_own(Session& session, const Symbol* partition, OwnList<Own> list, const Symbol* column) {
  if (!find_own(session.draft(), partition, list, column)) return;
  edit<Partition>(session, partition, [&](Partition& changed) {
    std::erase_if((changed.*list).edit(), [&](const Own& own) { return own.column.symbol == column; });
  });
}

template <class Own>
void set_own(Session& session, const Symbol* partition, OwnList<Own> list, const Own& own) {
  drop_own(session, partition, list, own.column.symbol);
  edit<Partition>(session, partition, [&](Partition& changed) { (changed.*list).edit().push_back(own); });
}

}  // namespace

Text storage_of(const Draft& draft, const Symbol* relation, const Symbol* column) {
  const auto* partition = draft.object<Partition>(relation);
  if (!partition) return draft.object<Column>(column)->storage;
  const auto* own = find_own(draft, relation, &Partition::storage, column);
  return own ? own->storage : storage_of(draft, partition->of.symbol, column);
}

Column column_of(const Draft& draft, const Symbol* relation, const Symbol* column) {
  const auto* partition = draft.object<Partition>(relation);
  if (!partition) return *draft.object<Column>(column);
  Column seen = column_of(draft, partition->of.symbol, column);
  if (const auto* own = find_own(draft, relation, &Partition::defaults, column)) seen.default_value = own->value;
  seen.storage = storage_of(draft, relation, column);
  seen.identity = Identity::none;
  for (const ColumnRef ref : *partition->not_null) seen.not_null |= ref.symbol == column;
  return seen;
}

Text comment_on_column(const Draft& draft, const Symbol* partition, const Symbol* column) {
  const auto* own = find_own(draft, partition, &Partition::comments, column);
  return own ? own->comment : Text();
}

void make_not_null(Session& session, const Symbol* relation, const Symbol* column) {
  const auto* of_table = session.draft().object<Column>(column);
  if (of_table->not_null) return;
  if (!session.draft().object<Partition>(relation))
    return edit<Column>(session, column, [](Column& changed) { changed.not_null = true; });
  drop_own_not_null(session, relation, column);
  edit<Partition>(session, relation, [&](Partition& changed) { changed.not_null.edit().push_back({column}); });
}

void drop_own_not_null(Session& session, const Symbol* partition, const Symbol* column) {
  edit<Partition>(session, partition, [&](Partition& changed) {
    if (changed.not_null) std::erase_if(changed.not_null.edit(), [&](ColumnRef ref) { return ref.symbol == column; });
  });
}

void set_own_default(Session& session, const Symbol* partition, const Symbol* column, PartitionDefault own) {
  own.column = {column};
  set_own(session, partition, &Partition::defaults, own);
}

void set_storage(Session& session, const Symbol* relation, const Symbol* column, Text storage) {
  if (session.draft().object<Partition>(relation)) return set_own(session, relation, &Partition::storage, {{column}, storage});
  edit<Column>(session, column, [&](Column& changed) { changed.storage = storage; });
  session.record(Event::Verb::altered, column, "storage");
}

void set_comment_on_column(Session& session, const Symbol* partition, const Symbol* column, Text comment) {
  if (comment.empty()) return drop_own(session, partition, &Partition::comments, column);
  set_own(session, partition, &Partition::comments, {{column}, comment});
}

void leave_estimates_above(Session& session, const Symbol* partition) {
  const Draft& draft = session.draft();
  for (const Symbol* column : draft.members(root_of(draft, partition), Namespace::column)) {
    const Text above = storage_of(draft, partition, column);
    const Text taken = copied_storage(above, true, true);
    if (!(taken == above)) set_storage(session, partition, column, taken);
  }
}

void carry_default_to_partitions(Session& session, const Symbol* relation, const Symbol* column, bool only) {
  const Draft& draft = session.draft();
  const Column before = column_of(draft, relation, column);
  for (const Symbol* partition : partitions_below(draft, relation)) {
    if (!only)
      drop_own(session, partition, &Partition::defaults, column);
    else if (is_attached_to(draft, partition, relation) && !find_own(draft, partition, &Partition::defaults, column))
      set_own_default(session, partition, column, {{}, before.default_value});
  }
}

void carry_not_null_to_partitions(Session& session, const Symbol* relation, const Symbol* column) {
  for (const Symbol* partition : partitions_below(session.draft(), relation))
    if (!session.draft().object<Partition>(partition)->not_null->empty()) drop_own_not_null(session, partition, column);
}

void keep_storage_of_partitions(Session& session, const Symbol* relation, const Symbol* column) {
  const Draft& draft = session.draft();
  const Text before = storage_of(draft, relation, column);
  for (const Symbol* partition : partitions_below(draft, relation))
    if (is_attached_to(draft, partition, relation) && !find_own(draft, partition, &Partition::storage, column))
      set_storage(session, partition, column, before);
}

void carry_storage_to_partitions(Session& session, const Symbol* relation, const Symbol* column,
                                 const std::function<Text(Text)>& changed) {
  const Draft& draft = session.draft();
  for (const Symbol* partition : partitions_below(draft, relation))
    if (const auto* own = find_own(draft, partition, &Partition::storage, column))
      set_storage(session, partition, column, changed(own->storage));
}

}  // namespace pgplumb
