#pragma once

#include <pgplumb/kinds/table.h>

namespace pgplumb {

/// Where a partition fills a column with something else than what it is attached to does.
struct PartitionDefault {
  ColumnRef column;       ///< of the table at the root
  ExpressionField value;  ///< null for none
  bool serial = false;    ///< nextval() of any sequence; the value is null then

  friend bool operator==(const PartitionDefault&, const PartitionDefault&) = default;
};
std::string show_value(const PartitionDefault& value);
std::string show_value(const std::vector<PartitionDefault>& value);

/// A partition. It has the columns, constraints, indexes, triggers of the table at the root of its tree; its members are what it
/// has beside these, over the root's columns.
struct Partition {
  static constexpr std::string_view kind = "partition";
  ExpressionField bound;          ///< FOR VALUES …, DEFAULT
  RelationRef of;                 ///< the table or partition that it is attached to
  ExpressionField partition_key;  ///< where it is partitioned itself
  std::vector<PartitionDefault> defaults;
  std::vector<ColumnRef> not_null;  ///< where a column of what it is attached to can be null
  bool unlogged = false;
  bool row_security = false;
  bool force_row_security = false;
  ReplicaIdentity replica_identity = ReplicaIdentity::primary_key;
  Text options;  ///< storage parameters, as of Table

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"bound", &Partition::bound}, Field{"of", &Partition::of},
                 Field{"partition_key", &Partition::partition_key}, Field{"defaults", &Partition::defaults},
                 Field{"not_null_columns", &Partition::not_null}, Field{"unlogged", &Partition::unlogged},
                 Field{"row_security", &Partition::row_security}, Field{"force_row_security", &Partition::force_row_security},
                 Field{"replica_identity", &Partition::replica_identity}, Field{"options", &Partition::options});
  }
  friend bool operator==(const Partition&, const Partition&) = default;
};

}  // namespace pgplumb
