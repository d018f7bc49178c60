#include "compare/partition_trees.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

namespace pgplumb {

namespace {

bool is_partition(const Group& group) { return group.first().id.space == Namespace::partition; }

/// Whether a source that does not have the partition has it as a table by itself: detached, or not yet attached. A model has no
/// words for partitions, and who only alters it does not say what it is.
bool is_by_itself(const Group& table, const Group& partition, const SourceList& sources) {
  if (!std::holds_alternative<Table>(table.first().object) || table.shares_source_with(partition)) return false;
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (const Entry* entry = table.entries[i])
      if (sources[i]->role == Role::model || entry->stated_in_part || is_view(std::get<Table>(entry->object)) ||
          entry->id.schema != partition.first().id.schema || entry->id.name != partition.first().id.name)
        return false;
  return true;
}

/// Groups by the schema and the name that the first source gives them.
using ByName = std::map<std::pair<std::string_view, std::string_view>, std::vector<Group*>>;

ByName by_name(std::vector<Group>& owners) {
  ByName groups;
  for (Group& group : owners) groups[{group.first().id.schema, group.first().id.name}].push_back(&group);
  return groups;
}

/// Takes such tables for the partition that they are elsewhere; nothing is left of their own groups.
void take_in_detached(Group& partition, const ByName& owners, const SourceList& sources) {
  const auto called_so = owners.find({partition.first().id.schema, partition.first().id.name});
  if (partition.is_everywhere() || called_so == owners.end()) return;
  for (Group* table : called_so->second)
    if (!table->entries.empty() && is_by_itself(*table, partition, sources)) {
      partition.absorb(*table, Match::same);
      table->entries.clear();
    }
}

/// What it is a partition of, as it is meant, and its bound; "" for what is none in some source.
std::string key_of(const Group& group) {
  const auto* partition = std::get_if<Partition>(&group.first().object);
  if (!partition || group.kinds_differ() || !partition->of.symbol) return {};
  return display_name(partition->of.symbol->meant()) + " " + show_value(partition->bound);
}

/// Of one bound in one table there can be only one: two of them, which only some sources have each, are one under two names.
/// Then what is below them is of one table as well.
void pair_by_bounds(std::vector<Group>& partitions) {
  for (std::size_t before = partitions.size() + 1; partitions.size() < before;) {
    before = partitions.size();
    pair_by_key(partitions, Match::definition, key_of);
  }
}

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

std::vector<PartitionTree> partition_trees(const std::vector<Group>& partitions, std::vector<Group>& owners,
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
  const ByName named = trees.empty() ? ByName() : by_name(owners);
  std::vector<PartitionTree> all;
  for (auto& [table, tree] : trees) {
    for (Group& partition : tree.partitions) take_in_detached(partition, named, sources);
    pair_by_bounds(tree.partitions);
    all.push_back(without_silent_sources(std::move(tree), sources));
  }
  std::erase_if(owners, [](const Group& group) { return group.entries.empty(); });
  return all;
}

}  // namespace pgplumb
