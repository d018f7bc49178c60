#include "history/former_names.h"

#include <algorithm>

namespace pgplumb {

namespace {

bool is_type_member(Namespace space) { return space == Namespace::enum_value; }

/// Whether the renaming of `owner` renames this as well, for it belongs to it.
bool belongs_to(const OwnedId& id, const OwnedId& owner) {
  return !id.member.empty() && owner.member.empty() && id.schema == owner.schema && id.name == owner.name &&
         is_type_member(id.space) == (owner.space == Namespace::type);
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

FormerNames::FormerNames(const std::vector<Event>& events) : events_(events) {
  for (std::size_t i = 0; i < events.size(); ++i)
    if (events[i].verb == Event::Verb::renamed) renamings_.push_back(i);
  for (const std::size_t i : renamings_) former_[last_of(OwnedId(events[i]), i)].push_back(OwnedId(events[i]));
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
  for (auto next = std::lower_bound(renamings_.begin(), renamings_.end(), since); next != renamings_.end(); ++next) {
    const OwnedId before(events_[*next]), after = renamed_to(events_[*next]);
    if (before == id) {
      id = after;
    } else if (belongs_to(id, before)) {
      id.schema = after.schema;
      id.name = after.name;
    }
  }
  return id;
}

}  // namespace pgplumb
