#include "kinds/partition/own_columns.h"

#include <algorithm>

namespace pgplumb {

namespace {

auto is_of(const Symbol* column) {
  return [column](const PartitionDefault& own) { return own.column.symbol == column; };
}

}  // namespace

Column column_of(const Draft& draft, const Symbol* relation, const Symbol* column) {
  const auto* partition = draft.object<Partition>(relation);
  if (!partition) return *draft.object<Column>(column);
  Column seen = column_of(draft, partition->of.symbol, column);
  const auto own = std::find_if(partition->defaults.begin(), partition->defaults.end(), is_of(column));
  if (own != partition->defaults.end()) seen.default_value = own->value;
  seen.identity = Identity::none;
  for (const ColumnRef ref : partition->not_null) seen.not_null |= ref.symbol == column;
  return seen;
}

void make_not_null(Session& session, const Symbol* relation, const Symbol* column) {
  const auto* of_table = session.draft().object<Column>(column);
  if (of_table->not_null) return;
  if (!session.draft().object<Partition>(relation))
    return edit<Column>(session, column, [](Column& changed) { changed.not_null = true; });
  drop_own_not_null(session, relation, column);
  edit<Partition>(session, relation, [&](Partition& changed) { changed.not_null.push_back({column}); });
}

void drop_own_not_null(Session& session, const Symbol* partition, const Symbol* column) {
  edit<Partition>(session, partition, [&](Partition& changed) {
    std::erase_if(changed.not_null, [&](ColumnRef ref) { return ref.symbol == column; });
  });
}

void set_own_default(Session& session, const Symbol* partition, const Symbol* column, PartitionDefault own) {
  own.column = {column};
  edit<Partition>(session, partition, [&](Partition& changed) {
    std::erase_if(changed.defaults, is_of(column));
    changed.defaults.push_back(own);
  });
}

void carry_default_to_partitions(Session& session, const Symbol* relation, const Symbol* column, bool only) {
  const Column before = column_of(session.draft(), relation, column);
  for (const Symbol* partition : partitions_below(session.draft(), relation)) {
    const auto* stated = session.draft().object<Partition>(partition);
    const bool has_own = std::any_of(stated->defaults.begin(), stated->defaults.end(), is_of(column));
    if (only && !has_own && stated->of.symbol == relation)
      set_own_default(session, partition, column, {{}, before.default_value});
    if (!only && has_own)
      edit<Partition>(session, partition, [&](Partition& changed) { std::erase_if(changed.defaults, is_of(column)); });
  }
}

void carry_not_null_to_partitions(Session& session, const Symbol* relation, const Symbol* column) {
  for (const Symbol* partition : partitions_below(session.draft(), relation))
    if (!session.draft().object<Partition>(partition)->not_null.empty()) drop_own_not_null(session, partition, column);
}

}  // namespace pgplumb
