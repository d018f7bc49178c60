#include "compare/partition_trees.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace pgplumb {

namespace {

bool is_partition(const Group& group) { return group.first().id.space == Namespace::partition; }

PartitionTree without_silent_sources(PartitionTree tree, const SourceList& sources) {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto states_it = [i](const Group& partition) { return partition.entries[i] != nullptr; };
    const bool states_some = std::any_of(tree.partitions.begin(), tree.partitions.end(), states_it);
    if (!states_some && sources[i]->role != Role::database) tree.root.entries[i] = nullptr;
  }
  return tree;
}

}  // namespace

std::vector<Group> take_out_partitions(std::vector<Group>& owners) {
  std::vector<Group> partitions;
  std::copy_if(owners.begin(), owners.end(), std::back_inserter(partitions), is_partition);
  std::erase_if(owners, is_partition);
  return partitions;
}

std::vector<PartitionTree> partition_trees(const std::vector<Group>& partitions, const std::vector<Group>& owners,
                                           const SourceList& sources) {
  std::unordered_map<const Symbol*, const Symbol*> above;  // of each partition, in each source
  for (const Group& group : partitions)
    for (const Entry* entry : group.entries)
      if (entry) above.emplace(entry->symbol, std::get<Partition>(entry->object).of.symbol);
  const auto root_of = [&](const Symbol* symbol) {
    for (auto next = above.find(symbol); next != above.end(); next = above.find(symbol)) symbol = next->second;
    return symbol;
  };
  std::unordered_map<const Symbol*, std::size_t> tables;
  if (!partitions.empty())
    for (std::size_t i = 0; i < owners.size(); ++i)
      for (const Entry* entry : owners[i].entries)
        if (entry) tables.emplace(entry->symbol, i);
  std::map<std::size_t, PartitionTree> trees;
  for (const Group& group : partitions) {
    const auto table = tables.find(root_of(group.first().symbol));
    if (table == tables.end()) continue;
    PartitionTree& tree = trees[table->second];
    tree.root = owners[table->second];
    tree.partitions.push_back(group);
  }
  std::vector<PartitionTree> all;
  for (auto& [table, tree] : trees) all.push_back(without_silent_sources(std::move(tree), sources));
  return all;
}

}  // namespace pgplumb
