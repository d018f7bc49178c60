#include "history/former_names.h"

#include <algorithm>

namespace pgplumb {

namespace {

bool is_type_member(Namespace space) { return space == Namespace::enum_value; }

/// The first in the list that is not before `since`; `none` for no such.
constexpr std::size_t none = static_cast<std::size_t>(-1);
template <class Key>
std::size_t next_in(const std::map<Key, std::vector<std::size_t>>& lists, const Key& key, std::size_t since) {
  const auto list = lists.find(key);
  if (list == lists.end()) return none;
  const auto next = std::lower_bound(list->second.begin(), list->second.end(), since);
  return next == list->second.end() ? none : *next;
}

}  // namespace

OwnedId OwnedId::owner() const {
  OwnedId owner = *this;
  owner.member.clear();
  owner.space = is_type_member(space) ? Namespace::type : Namespace::relation;
  return owner;
}

OwnedId renamed_to(const Event& event) {
  OwnedId id(event);
  const std::string moved = "." + id.name;  // SET SCHEMA is noted as "schema.name"
  if (!id.member.empty()) {
    id.member = event.detail;
  } else if (id.space != Namespace::schema && event.detail.ends_with(moved)) {
    id.schema = event.detail.substr(0, event.detail.size() - moved.size());
  } else {
    id.name = event.detail;
  }
  return id;
}

FormerNames::Whole FormerNames::whole_of(const OwnedId& id) {
  return {id.member.empty() ? id.space == Namespace::type : is_type_member(id.space), id.schema, id.name};
}

FormerNames::FormerNames(const std::vector<Event>& events) : events_(events) {
  Indexes all;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events[i].verb != Event::Verb::renamed) continue;
    const OwnedId before(events[i]);
    all.push_back(i);
    renamings_[before].push_back(i);
    if (before.member.empty()) renamings_of_whole_[whole_of(before)].push_back(i);
  }
  for (const std::size_t i : all) former_[last_of(OwnedId(events[i]), i)].push_back(OwnedId(events[i]));
}

std::vector<OwnedId> FormerNames::all_of(const ObjectId& final_id) const {
  const OwnedId own(final_id);
  std::vector<OwnedId> names{own};
  if (const auto former = former_.find(own); former != former_.end())
    names.insert(names.end(), former->second.begin(), former->second.end());
  if (own.member.empty()) return names;
  const auto owners = former_.find(own.owner());
  if (owners == former_.end()) return names;
  for (std::size_t i = 0, count = names.size(); i < count; ++i)
    for (const OwnedId& owner : owners->second) {
      OwnedId name = names[i];
      name.schema = owner.schema;
      name.name = owner.name;
      names.push_back(std::move(name));
    }
  return names;
}

OwnedId FormerNames::last_of(OwnedId id, std::size_t since) const {
  for (;;) {
    const std::size_t own = next_in(renamings_, id, since);
    const std::size_t of_whole = id.member.empty() ? none : next_in(renamings_of_whole_, whole_of(id), since);
    const std::size_t next = std::min(own, of_whole);
    if (next == none) return id;
    const OwnedId after = renamed_to(events_[next]);
    if (next == own)
      id = after;
    else
      id.schema = after.schema, id.name = after.name;
    since = next + 1;
  }
}

}  // namespace pgplumb
