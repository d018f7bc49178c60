// The comparison as a pipeline: owners by name → near misses → columns and values → keys and indexes → disagreements.
#include <fnmatch.h>
#include <pgplumb/compare/disagreement.h>

#include <algorithm>
#include <future>
#include <iterator>
#include <optional>
#include <set>

#include "compare/fields.h"
#include "compare/group.h"
#include "compare/keys_and_indexes.h"
#include "compare/near_miss.h"
#include "compare/partition_trees.h"
#include "compare/presence.h"
#include "compare/privileges.h"
#include "compare/remarks.h"
#include "compare/renamed.h"
#include "compare/renamed_labels.h"

namespace pgplumb {

namespace {

bool glob_matches(const std::string& glob, const Entry& entry) {
  const std::string name(entry.id.name);
  const std::string qualified = std::string(entry.id.schema) + "." + name;
  return fnmatch(glob.c_str(), name.c_str(), 0) == 0 || fnmatch(glob.c_str(), qualified.c_str(), 0) == 0 ||
         (!entry.called.empty() && fnmatch(glob.c_str(), std::string(entry.called).c_str(), 0) == 0);
}

bool any_glob_matches(const std::vector<std::string>& globs, const Group& group) {
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    return std::any_of(group.entries.begin(), group.entries.end(),
                       [&](const Entry* entry) { return entry && glob_matches(glob, *entry); });
  });
}

bool is_wanted(const Group& group, const CompareOptions& options) {
  const ObjectId& id = group.first().id;
  const auto schema = id.space == Namespace::schema ? id.name : id.schema;
  if (!options.schemas.empty() && std::find(options.schemas.begin(), options.schemas.end(), schema) == options.schemas.end())
    return false;
  return options.only.empty() || (id.space != Namespace::schema && any_glob_matches(options.only, group));
}

/// Schemas that only a database has: what is in them is nobody's business here.
std::set<std::string_view> unmanaged_schemas(const std::vector<Group>& owners, const SourceList& sources) {
  std::set<std::string_view> names;
  for (const Group& group : owners) {
    if (group.first().id.space != Namespace::schema) continue;
    bool unmanaged = presence(group, nullptr, sources).has_value();
    for (std::size_t i = 0; i < sources.size(); ++i)
      unmanaged = unmanaged && (!group.entries[i] || sources[i]->role == Role::database);
    if (unmanaged) names.insert(group.first().id.name);
  }
  return names;
}

class Run {
 public:
  Run(const SourceList& sources, const CompareOptions& options) : sources_(sources), options_(options) {
    forget_other_names(sources);
  }

  Comparison result() {
    std::vector<Group> owners = group_owners(sources_);
    const std::vector<Group> partitions = take_out_partitions(owners);
    pair_owners(owners, sources_);
    pair_default_privileges(owners);
    std::vector<PartitionTree> trees = partition_trees(partitions, owners, sources_);
    const auto unmanaged = unmanaged_schemas(owners, sources_);
    const auto is_hidden = [&](const Group& group) { return unmanaged.contains(group.first().id.schema); };
    std::erase_if(owners, [&](const Group& group) { return is_hidden(group) || !is_wanted(group, options_); });
    std::erase_if(trees, [&](const PartitionTree& tree) { return is_hidden(tree.root); });
    const std::vector<char> equal = equal_throughout(owners);
    std::vector<std::vector<Group>> inner(owners.size());
    for (std::size_t i = 0; i < owners.size(); ++i)
      if (!equal[i]) inner[i] = columns_or_values(owners[i]);
    for (std::size_t i = 0; i < owners.size(); ++i) equal[i] ? count_equal(owners[i]) : compare_owner(owners[i], inner[i]);
    for (const PartitionTree& tree : trees) compare_tree(tree);
    join_renamed_labels(result_.disagreements, sources_);
    return std::move(result_);
  }

 private:
  static bool comes_before(const Group& a, const Group& b) {
    return std::get<EnumValue>(a.first().object).position < std::get<EnumValue>(b.first().object).position;
  }

  /// Before any key or index is looked at, so that a column's other name is known to all that refer to it.
  std::vector<Group> columns_or_values(const Group& owner) const {
    if (!owner.is_shared()) return {};
    const bool is_type = owner.first().id.space == Namespace::type;
    auto members = group_members(owner, sources_, is_type ? Namespace::enum_value : Namespace::column);
    pair_members(members, owner, sources_);
    if (is_type) std::stable_sort(members.begin(), members.end(), comes_before);
    return members;
  }

  /// Of each owner whether it is the same in all sources, members and names included. Two threads, for nothing is changed here.
  std::vector<char> equal_throughout(const std::vector<Group>& owners) const {
    std::vector<char> equal(owners.size());
    const auto look = [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) equal[i] = !owners[i].names_differ() && is_equal_throughout(owners[i]);
    };
    const std::size_t half = owners.size() / 2;
    const auto first_half = std::async(std::launch::async, look, 0, half);
    look(half, owners.size());
    return equal;
  }

  /// The usual case of a database that hangs true: the same members, one after the other.
  bool is_equal_throughout(const Group& owner) const {
    const Entry& first = owner.first();
    const Catalog* first_catalog = nullptr;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      const Entry* entry = owner.entries[i];
      if (!entry) return false;
      if (entry == &first) {
        first_catalog = &sources_[i]->catalog;
        continue;
      }
      const auto mine = sources_[i]->catalog.members(*entry), theirs = first_catalog->members(first);
      const auto same = [](const Entry& a, const Entry& b) {
        return a.id.member == b.id.member && a.id.space == b.id.space && a.object == b.object &&
               position_equal(a.object, b.object) && a.notes->remarks == b.notes->remarks;
      };
      if (!(entry->object == first.object) || !(entry->notes->remarks == first.notes->remarks) ||
          !std::equal(mine.begin(), mine.end(), theirs.begin(), theirs.end(), same))
        return false;
    }
    return true;
  }

  static bool position_equal(const Object& a, const Object& b) {
    const auto* left = std::get_if<EnumValue>(&a);
    return !left || left->position == std::get<EnumValue>(b).position;
  }

  void count_equal(const Group& owner) {
    result_.compared += 1 + sources_.front()->catalog.members(*owner.entries.front()).size();
  }

  void compare_owner(const Group& owner, const std::vector<Group>& inner) {
    const bool has_parts = owner.is_shared() && owner.first().id.space == Namespace::relation;
    const std::vector<Group> keys = has_parts ? named_keys(owner) : std::vector<Group>();
    add(owner, nullptr);
    if (!owner.is_shared()) return;
    for (const Group& member : inner) add(member, &owner);
    if (owner.first().id.space == Namespace::type) append(order_disagreements(owner, inner, sources_));
    if (has_parts) compare_parts(owner, keys);
  }

  /// A table may say which of them is its replica identity: their other names are known before it is looked at.
  std::vector<Group> named_keys(const Group& owner) const {
    std::vector<Group> keys = match_keys_and_indexes(owner, sources_);
    for (const Group& key : keys)
      if (key.is_shared() && key.names_differ()) unite_names(key);
    return keys;
  }

  /// Of a table, or what a partition has of its own.
  void compare_parts(const Group& owner, const std::vector<Group>& keys) {
    for (const Group& member : keys) add(member, &owner);
    for (const Namespace space : {Namespace::trigger, Namespace::policy, Namespace::rule}) {
      std::vector<Group> members = group_members(owner, sources_, space);
      pair_renamed(members, &owner, sources_);
      for (const Group& member : members) add(member, &owner);
    }
  }

  void compare_tree(const PartitionTree& tree) {
    for (const Group& partition : tree.partitions) {
      if (!is_wanted(tree.root, options_) && !is_wanted(partition, options_)) continue;
      if (!partition.names_differ() && is_equal_throughout(partition)) {
        count_equal(partition);
        continue;
      }
      const bool has_parts = partition.is_shared() && !partition.kinds_differ();
      const std::vector<Group> keys = has_parts ? named_keys(partition) : std::vector<Group>();
      add(partition, &tree.root);
      if (has_parts) compare_parts(partition, keys);
    }
  }

  void add(const Group& group, const Group* owner) {
    result_.compared += spoken_of_by_several(group, owner, sources_);
    if (auto missing = presence(group, owner, sources_)) result_.disagreements.push_back(std::move(*missing));
    append(field_disagreements(group, owner, sources_));
    append(remark_disagreements(group, owner, sources_));
  }

  void append(std::vector<Disagreement> found) {
    std::move(found.begin(), found.end(), std::back_inserter(result_.disagreements));
  }

  const SourceList& sources_;
  const CompareOptions& options_;
  Comparison result_;
};

}  // namespace

std::string_view state_name(State state) {
  switch (state) {
    case State::value:
      return "value";
    case State::absent:
      return "absent";
    case State::silent:
      return "silent";
    case State::uncertain:
      return "uncertain";
  }
  return {};
}

bool is_undecided(const Disagreement& found) {
  bool undecided = !found.told_apart;
  for (const Says& a : found.says)
    for (const Says& b : found.says)
      if (a.cluster >= 0 && b.cluster > a.cluster)
        undecided = undecided && a.entry && b.entry && field_is_undecided(a.entry->object, b.entry->object, found.field);
  return undecided;
}

Comparison compare(const std::vector<const Source*>& sources, const CompareOptions& options) {
  return Run(sources, options).result();
}

std::vector<std::string> unmatched_globs(const std::vector<const Source*>& sources, const std::vector<std::string>& only) {
  std::vector<std::string> unmatched = only;
  for (const Group& group : group_owners(sources))
    if (group.first().id.space != Namespace::schema)
      std::erase_if(unmatched, [&](const std::string& glob) { return any_glob_matches({glob}, group); });
  return unmatched;
}

}  // namespace pgplumb
