#include "compare/group.h"

#include <algorithm>
#include <map>
#include <span>

namespace pgplumb {

namespace {

/// Merges sorted runs of entries, one for each source, by a key; `skip` passes over what is no head of a group.
template <class KeyOf, class Skip>
std::vector<Group> merge(std::vector<std::span<const Entry>> runs, const KeyOf& key_of, const Skip& skip) {
  std::vector<Group> groups;
  std::vector<std::size_t> next(runs.size(), 0);
  const auto head = [&](std::size_t i) -> const Entry* {
    while (next[i] < runs[i].size() && skip(runs[i][next[i]])) ++next[i];
    return next[i] < runs[i].size() ? &runs[i][next[i]] : nullptr;
  };
  for (;;) {
    const Entry* least = nullptr;
    for (std::size_t i = 0; i < runs.size(); ++i)
      if (const Entry* entry = head(i); entry && (!least || key_of(*entry) < key_of(*least))) least = entry;
    if (!least) return groups;
    Group& group = groups.emplace_back();
    group.entries.assign(runs.size(), nullptr);
    for (std::size_t i = 0; i < runs.size(); ++i)
      if (const Entry* entry = head(i); entry && key_of(*entry) == key_of(*least)) {
        group.entries[i] = entry;
        ++next[i];
      }
  }
}

}  // namespace

const Entry& Group::first() const { return *entries[first_source(*this)]; }

bool Group::is_shared() const {
  return std::count_if(entries.begin(), entries.end(), [](const Entry* entry) { return entry != nullptr; }) > 1;
}

bool Group::is_everywhere() const { return std::find(entries.begin(), entries.end(), nullptr) == entries.end(); }

bool Group::shares_source_with(const Group& other) const {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i] && other.entries[i]) return true;
  return false;
}

void Group::absorb(const Group& other, Match how) {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (other.entries[i]) entries[i] = other.entries[i];
  match = how;
}

bool Group::kinds_differ() const {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const Entry* entry) { return entry && entry->object.index() != first().object.index(); });
}

bool Group::names_differ() const {
  const ObjectId& own = first().id;
  const auto differs = [&](const Entry* entry) {
    if (!entry) return false;
    return own.member.empty() ? entry->id.schema != own.schema || entry->id.name != own.name : entry->id.member != own.member;
  };
  return std::any_of(entries.begin(), entries.end(), differs);
}

std::size_t first_source(const Group& group) {
  return static_cast<std::size_t>(
      std::find_if(group.entries.begin(), group.entries.end(), [](const Entry* entry) { return entry != nullptr; }) -
      group.entries.begin());
}

Group group_of(const Entry* entry, std::size_t source, std::size_t source_count) {
  Group group;
  group.entries.assign(source_count, nullptr);
  group.entries[source] = entry;
  return group;
}

std::vector<Group> group_owners(const SourceList& sources) {
  std::vector<std::span<const Entry>> runs;
  for (const Source* source : sources) runs.push_back(source->catalog.entries());
  return merge(
      std::move(runs), [](const Entry& entry) -> const ObjectId& { return entry.id; },
      [](const Entry& entry) { return !entry.id.member.empty(); });
}

std::vector<Group> group_members(const Group& owner, const SourceList& sources, Namespace space) {
  std::vector<std::span<const Entry>> runs;
  for (std::size_t i = 0; i < sources.size(); ++i)
    runs.push_back(owner.entries[i] ? sources[i]->catalog.members(*owner.entries[i], space) : std::span<const Entry>());
  return merge(
      std::move(runs), [](const Entry& entry) { return entry.id.member; }, [](const Entry&) { return false; });
}

void pair_by_key(std::vector<Group>& groups, Match how, const std::function<std::string(const Group&)>& key_of) {
  std::map<std::string, Group*> waiting;
  for (Group& group : groups) {
    const std::string key = group.is_everywhere() ? std::string() : key_of(group);
    if (key.empty()) continue;
    Group*& other = waiting[key];
    if (!other || other->shares_source_with(group)) {
      other = &group;
      continue;
    }
    other->absorb(group, how);
    unite_names(*other);
    group.entries.clear();
  }
  std::erase_if(groups, [](const Group& group) { return group.entries.empty(); });
}

namespace {

/// The name that the entry bears, or a second one; null for none.
using NameOf = const Symbol* (*)(const Entry&);

const Symbol* own_name(const Entry& entry) { return entry.symbol; }

const Symbol* multirange_of(const Entry& entry) {
  const auto* range = std::get_if<RangeType>(&entry.object);
  return range ? range->multirange.symbol : nullptr;
}

void unite(const Group& group, NameOf name_of) {
  const Symbol* name = name_of(group.first());
  for (const Entry* entry : group.entries) {
    const Symbol* other = entry ? name_of(*entry) : nullptr;
    if (!name || !other || other == name) continue;
    other->stands_for = name;
    name->has_other_names = true;
  }
}

void forget(const Symbol* name) {
  if (!name || !(name->stands_for || name->has_other_names)) return;
  name->stands_for = nullptr;
  name->has_other_names = false;
}

}  // namespace

void unite_names(const Group& group) {
  unite(group, own_name);
  unite_second_names(group);
}

void unite_second_names(const Group& group) { unite(group, multirange_of); }

void forget_other_names(const SourceList& sources) {
  for (const Source* source : sources)
    for (const Entry& entry : source->catalog.entries()) {
      forget(entry.symbol);
      forget(multirange_of(entry));
    }
}

}  // namespace pgplumb
