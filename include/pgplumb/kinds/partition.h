#pragma once

#include <pgplumb/kinds/seldom.h>
#include <pgplumb/kinds/table.h>
#include <pgplumb/kinds/trigger.h>

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

/// Where a partition stores or estimates a column otherwise than what it is attached to does.
struct PartitionStorage {
  ColumnRef column;  ///< of the table at the root
  Text storage;      ///< as of Column

  friend bool operator==(const PartitionStorage&, const PartitionStorage&) = default;
};
std::string show_value(const PartitionStorage& value);
std::string show_value(const std::vector<PartitionStorage>& value);

/// A comment on a partition's column, which has none from its table's.
struct PartitionComment {
  ColumnRef column;  ///< of the table at the root
  Text comment;

  friend bool operator==(const PartitionComment&, const PartitionComment&) = default;
};
std::string show_value(const PartitionComment& value);
std::string show_value(const std::vector<PartitionComment>& value);

/// Where a trigger that a partition has from above fires otherwise than it does for what the partition is attached to.
struct PartitionTrigger {
  MemberRef trigger;  ///< of the table or partition above that defines it
  Firing fires = Firing::enabled;

  friend bool operator==(const PartitionTrigger&, const PartitionTrigger&) = default;
};
std::string show_value(const PartitionTrigger& value);
std::string show_value(const std::vector<PartitionTrigger>& value);

/// A partition. It has the columns, constraints, indexes, triggers of the table at the root of its tree; its members are what it
/// has beside these, over the root's columns.
struct Partition {
  static constexpr std::string_view kind = "partition";
  ExpressionField bound;          ///< FOR VALUES …, DEFAULT
  RelationRef of;                 ///< the table or partition that it is attached to
  ExpressionField partition_key;  ///< where it is partitioned itself
  Seldom<std::vector<PartitionDefault>> defaults;
  Seldom<std::vector<ColumnRef>> not_null;  ///< where a column of what it is attached to can be null
  Seldom<std::vector<PartitionStorage>> storage;
  Seldom<std::vector<PartitionComment>> comments;
  Seldom<std::vector<PartitionTrigger>> triggers;
  bool unlogged = false;
  bool row_security = false;
  bool force_row_security = false;
  ReplicaIdentity replica_identity = ReplicaIdentity::primary_key;
  MemberRef replica_index;  ///< as of Table
  Text options;             ///< storage parameters, as of Table

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"bound", &Partition::bound}, Field{"of", &Partition::of},
                 Field{"partition_key", &Partition::partition_key}, Field{"defaults", &Partition::defaults},
                 Field{"not_null_columns", &Partition::not_null}, Field{"storage", &Partition::storage},
                 Field{"column_comments", &Partition::comments}, Field{"triggers", &Partition::triggers},
                 Field{"unlogged", &Partition::unlogged}, Field{"row_security", &Partition::row_security},
                 Field{"force_row_security", &Partition::force_row_security},
                 Field{"replica_identity", &Partition::replica_identity}, Field{"replica_index", &Partition::replica_index},
                 Field{"options", &Partition::options});
  }
  friend bool operator==(const Partition&, const Partition&) = default;
};

}  // namespace pgplumb
