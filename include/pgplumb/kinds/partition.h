#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A partition, a member of the table at the root; its name is that of the relation. It has the table's columns, keys and
/// indexes.
struct Partition {
  static constexpr std::string_view kind = "partition";
  ExpressionField bound;          ///< FOR VALUES …, DEFAULT
  RelationRef of;                 ///< the table that it is attached to
  ExpressionField partition_key;  ///< where it is partitioned itself

  static constexpr auto fields() {
    return std::tuple{Field{"bound", &Partition::bound}, Field{"of", &Partition::of},
                      Field{"partition_key", &Partition::partition_key}};
  }
  friend bool operator==(const Partition&, const Partition&) = default;
};
static_assert(lists_every_member<Partition>());

}  // namespace pgplumb
