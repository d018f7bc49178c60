// The constraints and indexes that a partition has beside those of its table.
#pragma once

#include <functional>

#include "kinds/ddl.h"

namespace pgplumb {

/// What the name of such an index is among the relations; Bystander::what.
inline constexpr std::string_view index_of_partition = "index of a partition";

/// The partition, or the partition that has the index, that a name found stands for; null for anything else, and for a partition
/// of a table that is not known here.
const Symbol* partition_of(Session& session, const FoundRelation& found);

/// The parts that `make` gives to a table like the partition become the partition's. `found` is what stands under its name.
void make_own_parts(Session& session, const FoundRelation& found, const std::function<void(Symbol* stand_in)>& make);
/// A constraint of any kind.
void make_constraint(Session& session, Symbol* table, const Constraint* constraint);

/// What of a table that becomes a partition the root does not have, over the root's columns.
struct KeptByPartition {
  std::vector<PartitionPart> own;
  ExpressionField partition_key;
};
KeptByPartition kept_by_partition(Session& session, const Symbol* table, const Symbol* root);
void take_parts(Session& session, const Symbol* partition, const Symbol* schema, std::vector<PartitionPart> parts);

/// Members of the root that are younger than `count` declared objects take over the equal parts of its partitions.
void take_over_parts(Session& session, const Symbol* root, std::size_t count);

/// `found` is the partition, or the part itself where it has an index. False where there is no part of that name.
bool drop_own_part(Session& session, const FoundRelation& found, std::string_view name);
void rename_own_part(Session& session, const Symbol* partition, std::string_view name, std::string_view new_name);

}  // namespace pgplumb
