// Partitions, compared below the table at the root of their tree.
#pragma once

#include <vector>

#include "compare/group.h"

namespace pgplumb {

/// The table, with the partitions that any source has below it, at any depth.
struct PartitionTree {
  /// Without the sources that state no partition of it: these leave them to time, or to a tool that makes them. A database states
  /// all that there are.
  Group root;
  std::vector<Group> partitions;
};

std::vector<Group> take_out_partitions(std::vector<Group>& owners);
/// Those below no table of the sources are left out. Owners that are partitions elsewhere are taken out from among the owners.
std::vector<PartitionTree> partition_trees(const std::vector<Group>& partitions, std::vector<Group>& owners,
                                           const SourceList& sources);

}  // namespace pgplumb
