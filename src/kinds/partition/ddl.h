#pragma once

#include <pgplumb/kinds/partition.h>

#include "kinds/ddl.h"

namespace pgplumb {

/// "range", "list", "hash": the grammar keeps the word up to PostgreSQL 15, a letter since 16.
std::string_view partition_strategy(const PartitionSpec* spec);
/// PARTITION BY, over columns of the table at the root.
ExpressionField read_partition_key(Session& session, const Symbol* root, const PartitionSpec* spec);
/// What it is over, without collations and operator classes.
std::vector<Expression> values_of_key(const Expression& key);
/// The one that a part of it names, "" for its type's usual.
std::string_view operator_class_of(const Expression& part);
bool has_operator_classes(const Expression& key);
/// FOR VALUES …, DEFAULT; literals are read as the types of the key that they bound.
ExpressionField read_partition_bound(Session& session, const ExpressionField& key, const PartitionBoundSpec* bound);

/// What a partition of that name hangs below, a table or a partition, and its key. Null for a temporary table.
struct PartitionParent {
  const Symbol* relation = nullptr;
  ExpressionField key;
};
/// Whether a partition hangs below a relation directly.
bool is_attached_to(const Draft& draft, const Symbol* partition, const Symbol* relation);
/// How a table or partition is partitioned; null where it is not.
ExpressionField key_of(const Draft& draft, const Symbol* relation);
PartitionParent find_partition_parent(Session& session, const RangeVar* named);

/// Null where it is one of a temporary table.
Symbol* declare_partition(Session& session, const PartitionParent& parent, const Symbol* schema, std::string_view name,
                          const PartitionBoundSpec* bound, const PartitionSpec* own_key);

}  // namespace pgplumb
