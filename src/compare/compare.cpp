// The comparison as a pipeline: owners by name → near misses → columns and values → keys and indexes → disagreements.
#include <fnmatch.h>
#include <pgplumb/compare/disagreement.h>

#include <algorithm>
#include <future>
#include <optional>

#include "compare/group.h"
#include "compare/keys_and_indexes.h"
#include "compare/near_miss.h"
#include "compare/partition_trees.h"
#include "compare/privileges.h"
#include "compare/states.h"

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
std::vector<std::string_view> unmanaged_schemas(const std::vector<Group>& owners, const SourceList& sources) {
  std::vector<std::string_view> names;
  for (const Group& group : owners) {
    if (group.first().id.space != Namespace::schema) continue;
    bool unmanaged = presence(group, nullptr, sources).has_value();
    for (std::size_t i = 0; i < sources.size(); ++i)
      unmanaged = unmanaged && (!group.entries[i] || sources[i]->role == Role::database);
    if (unmanaged) names.push_back(group.first().id.name);
  }
  return names;
}

/// Two or more sources have it: only then do members and fields say anything.
bool is_shared(const Group& group) {
  return std::count_if(group.entries.begin(), group.entries.end(), [](const Entry* entry) { return entry != nullptr; }) > 1;
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
    const auto is_hidden = [&](const Group& group) {
      return std::find(unmanaged.begin(), unmanaged.end(), group.first().id.schema) != unmanaged.end();
    };
    std::erase_if(owners, [&](const Group& group) { return is_hidden(group) || !is_wanted(group, options_); });
    std::erase_if(trees, [&](const PartitionTree& tree) { return is_hidden(tree.root); });
    const std::vector<char> equal = equal_throughout(owners);
    std::vector<std::vector<Group>> inner(owners.size());
    for (std::size_t i = 0; i < owners.size(); ++i)
      if (!equal[i]) inner[i] = columns_or_values(owners[i]);
    for (std::size_t i = 0; i < owners.size(); ++i) equal[i] ? count_equal(owners[i]) : compare_owner(owners[i], inner[i]);
    for (const PartitionTree& tree : trees) compare_tree(tree);
    return std::move(result_);
  }

 private:
  /// Before any key or index is looked at, so that a column's other name is known to all that refer to it.
  std::vector<Group> columns_or_values(const Group& owner) const {
    if (!is_shared(owner)) return {};
    const bool is_type = owner.first().id.space == Namespace::type;
    auto members = group_members(owner, sources_, is_type ? Namespace::enum_value : Namespace::column);
    pair_members(members, owner, sources_);
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
    add(owner, nullptr);
    if (!is_shared(owner)) return;
    for (const Group& member : inner) add(member, &owner);
    if (owner.first().id.space == Namespace::type) add_order(owner, inner);
    if (owner.first().id.space == Namespace::relation) compare_parts(owner);
  }

  /// Of a table, or what a partition has of its own.
  void compare_parts(const Group& owner) {
    for (const Group& member : match_keys_and_indexes(owner, sources_)) add(member, &owner);
    for (const Namespace space : {Namespace::trigger, Namespace::policy, Namespace::rule})
      for (const Group& member : group_members(owner, sources_, space)) add(member, &owner);
  }

  void compare_tree(const PartitionTree& tree) {
    for (const Group& partition : tree.partitions) {
      if (!is_wanted(tree.root, options_) && !is_wanted(partition, options_)) continue;
      if (is_equal_throughout(partition)) {
        count_equal(partition);
        continue;
      }
      add(partition, &tree.root);
      if (is_shared(partition)) compare_parts(partition);
    }
  }

  void add(const Group& group, const Group* owner) {
    result_.compared += spoken_of_by_several(group, owner, sources_);
    if (group.match == Match::near_miss && group.names_differ()) add_names(group, owner);
    if (auto missing = presence(group, owner, sources_)) result_.disagreements.push_back(std::move(*missing));
    for (Disagreement& found : field_disagreements(group, owner, sources_)) result_.disagreements.push_back(std::move(found));
    if (has_remark(group, &Remarks::comment)) add_comments(group, owner);
    if (has_remark(group, &Remarks::owner)) add_owners(group, owner);
    if (has_remark(group, &Remarks::privileges)) add_privileges(group, owner);
    if (group.match != Match::near_miss && is_shared(group) && !is_cross_kind(group) && group.names_differ() &&
        !is_by_role(group))
      add_names(group, owner);
    if (is_cross_kind(group) && !group.names_differ()) add_kinds(group, owner);
  }

  static bool is_cross_kind(const Group& group) {
    return std::any_of(group.entries.begin(), group.entries.end(),
                       [&](const Entry* entry) { return entry && entry->object.index() != group.first().object.index(); });
  }

  /// A key's or index's name, as it would be if the table bore the name of the group: "calls_pkey" of a table that is expected
  /// as call_records follows from the table's name, and is no difference of its own.
  static std::string name_under(const Group* owner, const Entry& entry) {
    const std::string_view member = entry.id.member, table = entry.id.name;
    const bool follows = owner && owner->match == Match::near_miss && member.starts_with(table);
    return follows ? std::string(owner->first().id.name) + std::string(member.substr(table.size())) : std::string(member);
  }

  /// The same of a sequence: "calls_id_seq" follows from the name of the table whose column owns it.
  static std::string name_of_sequence(const Entry& entry, const Sequence& sequence) {
    const Symbol* table = sequence.owned_by ? sequence.owned_by.symbol->parent : nullptr;
    const std::string name = display_id(entry.id), called = table ? display_name(*table) : std::string();
    return table && name.starts_with(called) ? display_name(table->meant()) + name.substr(called.size()) : name;
  }

  /// Each source's own name for the group, equal names clustered.
  void add_names(const Group& group, const Group* owner) {
    add_by(group, owner, "name", [&](std::size_t, const Entry& entry) {
      if (const auto* sequence = std::get_if<Sequence>(&entry.object)) return name_of_sequence(entry, *sequence);
      return entry.id.member.empty() ? display_id(entry.id) : name_under(owner, entry);
    });
  }
  /// Default privileges found each other whatever the role is called.
  static bool is_by_role(const Group& group) { return group.first().id.space == Namespace::default_privileges; }
  static bool has_remark(const Group& group, Text Remarks::*remark) {
    return std::any_of(group.entries.begin(), group.entries.end(),
                       [&](const Entry* entry) { return entry && !(entry->notes->remarks.*remark).empty(); });
  }
  /// Of what a source states in part another may have made the comment; an extension's own is there without being stated.
  void add_comments(const Group& group, const Group* owner) {
    const bool is_unstated = std::any_of(group.entries.begin(), group.entries.end(),
                                         [](const Entry* entry) { return entry && entry->notes->remarks.comment.empty(); });
    const auto goes_without_saying = [](const Acceptance& one) { return one.field == "comment"; };
    add_by(group, owner, "comment", [&](std::size_t i, const Entry& entry) -> std::optional<std::string> {
      const Entry* whole = owner && owner->entries[i] ? owner->entries[i] : &entry;
      const Text comment = entry.notes->remarks.comment;
      if (comment.empty() && whole->stated_in_part) return std::nullopt;
      const auto& accepts = entry.notes->accepts;
      const auto takes_any = [](const Acceptance& one) { return one.field == "comment" && one.any; };
      if (std::any_of(accepts.begin(), accepts.end(), takes_any)) return std::nullopt;
      const bool is_own = is_unstated && std::any_of(accepts.begin(), accepts.end(), goes_without_saying);
      return is_own ? std::string() : comment.str();
    });
  }
  /// Who does not say whose something is leaves it to the role that makes it.
  void add_owners(const Group& group, const Group* owner) {
    add_by(group, owner, "owner", [](std::size_t, const Entry& entry) -> std::optional<std::string> {
      return entry.notes->remarks.owner.empty() ? std::nullopt : std::optional(entry.notes->remarks.owner.str());
    });
  }
  void add_privileges(const Group& group, const Group* owner) {
    const PrivilegeReader stated(group, owner, sources_);
    add_by(group, owner, "privileges", [&](std::size_t i, const Entry& entry) { return stated.by(i, entry); });
  }
  void add_kinds(const Group& group, const Group* owner) {
    add_by(group, owner, "kind", [](std::size_t, const Entry& entry) { return describe(entry.object); });
  }

  /// A disagreement over something that source i says of its entry in words; nothing where it is silent.
  template <class ValueOf>
  void add_by(const Group& group, const Group* owner, std::string_view field, const ValueOf& value_of) {
    Disagreement found = disagreement_of(group, owner, field);
    std::vector<std::string> seen;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      const Entry* entry = group.entries[i];
      Says& says = found.says.emplace_back();
      says.entry = entry;
      if (!entry || !sources_[i]->catalog.speaks_of(entry->id, entry->object, field)) continue;
      const std::optional<std::string> value = value_of(i, *entry);
      if (!value) continue;
      says.state = entry->uncertain ? State::uncertain : State::value;
      if (entry->uncertain) continue;
      says.value = *value;
      auto known = std::find(seen.begin(), seen.end(), says.value);
      if (known == seen.end()) known = seen.insert(seen.end(), says.value);
      says.cluster = static_cast<int>(known - seen.begin());
    }
    if (seen.size() > 1) result_.disagreements.push_back(std::move(found));
  }

  /// The order of the values that all of an enum's sources are known to share.
  void add_order(const Group& owner, const std::vector<Group>& values) {
    std::vector<const Group*> shared;
    for (const Group& value : values) {
      bool everywhere = true;
      for (std::size_t i = 0; i < sources_.size(); ++i)
        everywhere = everywhere && (value.entries[i] ? !value.entries[i]->uncertain : !owner.entries[i]);
      if (everywhere) shared.push_back(&value);
    }
    add_by(owner, nullptr, "order", [&](std::size_t i, const Entry&) {
      const auto position = [i](const Group* value) { return std::get<EnumValue>(value->entries[i]->object).position; };
      std::sort(shared.begin(), shared.end(), [&](const Group* a, const Group* b) { return position(a) < position(b); });
      std::string text;
      for (const Group* value : shared) text += (text.empty() ? "" : ", ") + value->first().symbol->text;
      return text;
    });
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
