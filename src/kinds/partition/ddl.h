#pragma once

#include <pgplumb/kinds/partition.h>

#include "kinds/ddl.h"

namespace pgplumb {

/// "range", "list", "hash": the grammar keeps the word up to PostgreSQL 15, a letter since 16.
std::string_view partition_strategy(const PartitionSpec* spec);
/// PARTITION BY, over columns of the table at the root.
ExpressionField read_partition_key(Session& session, const Symbol* root, const PartitionSpec* spec);
/// FOR VALUES …, DEFAULT; literals are read as the types of the key that they bound.
ExpressionField read_partition_bound(Session& session, const Symbol* root, const ExpressionField& key,
                                     const PartitionBoundSpec* bound);

/// Where a partition of that name hangs: the root of its tree and its key. Null for a relation that is not known here.
struct PartitionParent {
  const Symbol* root = nullptr;
  const Symbol* relation = nullptr;  ///< the root, or the name of a partition
  ExpressionField key;
};
PartitionParent find_partition_parent(Session& session, const RangeVar* relation);

/// The partition, a member of its root; its name is taken among the relations.
void declare_partition(Session& session, const PartitionParent& parent, const Symbol* schema, std::string_view name,
                       const PartitionBoundSpec* bound, const PartitionSpec* own_key);

/// The partition of that name; null when there is none.
Symbol* find_partition(Session& session, const Symbol* root, std::string_view name);

}  // namespace pgplumb
