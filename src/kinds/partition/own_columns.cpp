#include "kinds/partition/own_columns.h"

#include <algorithm>

namespace pgplumb {

namespace {

auto is_of(const Symbol* column) {
  return [column](const PartitionDefault& own) { return own.column.symbol == column; };
}

}  // namespace

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

void carry_default_to_partitions(Session& session, const Symbol* table, const Symbol* column, bool only) {
  const Column before = *session.draft().object<Column>(column);
  for (const Symbol* partition : partitions_below(session.draft(), table)) {
    const auto& own = session.draft().object<Partition>(partition)->defaults;
    const bool has_own = std::any_of(own.begin(), own.end(), is_of(column));
    if (only && !has_own)
      set_own_default(session, partition, column, {{}, before.default_value, before.identity == Identity::serial});
    if (!only && has_own)
      edit<Partition>(session, partition, [&](Partition& changed) { std::erase_if(changed.defaults, is_of(column)); });
  }
}

void carry_not_null_to_partitions(Session& session, const Symbol* table, const Symbol* column) {
  for (const Symbol* partition : partitions_below(session.draft(), table))
    if (!session.draft().object<Partition>(partition)->not_null.empty()) drop_own_not_null(session, partition, column);
}

}  // namespace pgplumb
