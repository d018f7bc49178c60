#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A constraint or an index that a partition has beside those of its table.
struct PartitionPart {
  Text kind;  ///< "check", "index", "primary key" …
  Text name;
  ExpressionField definition;  ///< over columns of the table at the root

  friend bool operator==(const PartitionPart&, const PartitionPart&) = default;
};
std::string show_value(const PartitionPart& value);
std::string show_value(const std::vector<PartitionPart>& value);

/// A partition, a member of the table at the root; its name is that of the relation. It has the table's columns, keys and
/// indexes.
struct Partition {
  static constexpr std::string_view kind = "partition";
  ExpressionField bound;           ///< FOR VALUES …, DEFAULT
  RelationRef of;                  ///< the table that it is attached to
  ExpressionField partition_key;   ///< where it is partitioned itself
  std::vector<PartitionPart> own;  ///< by kind and name

  static constexpr auto fields() {
    return std::tuple{Field{"bound", &Partition::bound}, Field{"of", &Partition::of},
                      Field{"partition_key", &Partition::partition_key}, Field{"own", &Partition::own}};
  }
  friend bool operator==(const Partition&, const Partition&) = default;
};
static_assert(lists_every_member<Partition>());

}  // namespace pgplumb
