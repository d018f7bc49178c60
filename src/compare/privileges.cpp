#include "compare/privileges.h"

#include <pgplumb/kinds/privileges.h>

#include <algorithm>

namespace pgplumb {

namespace {

constexpr std::string_view maintain = "maintain";

bool may_be_otherwise(const Entry& entry) {
  const auto takes_any = [](const Acceptance& one) { return one.field == "privileges" && one.any; };
  return entry.stated_in_part || entry.uncertain ||
         std::any_of(entry.notes->accepts.begin(), entry.notes->accepts.end(), takes_any);
}

bool is_of_nameless_role(const Group& group) {
  return group.first().id.space == Namespace::default_privileges && group.first().notes->remarks.owner.empty();
}

bool can_be_the_same(const Group& nameless, const Group& named) {
  const Entry &a = nameless.first(), &b = named.first();
  return b.id.space == Namespace::default_privileges && a.id.schema == b.id.schema && a.object == b.object &&
         !b.notes->remarks.owner.empty() && !nameless.shares_source_with(named);
}

bool grants_the_same(const Entry& a, const Entry& b) {
  const std::set<std::string> roles{a.notes->remarks.owner.str(), b.notes->remarks.owner.str()};
  return privileges_apart_from(a.object, a.notes->remarks, roles) == privileges_apart_from(b.object, b.notes->remarks, roles);
}

/// The number of groups where there is none.
std::size_t find_counterpart(const std::vector<Group>& owners, const Group& nameless) {
  std::size_t first = owners.size();
  for (std::size_t i = 0; i < owners.size(); ++i) {
    if (!can_be_the_same(nameless, owners[i])) continue;
    if (grants_the_same(nameless.first(), owners[i].first())) return i;
    first = std::min(first, i);
  }
  return first;
}

}  // namespace

PrivilegeReader::PrivilegeReader(const Group& group, const Group* owner, const SourceList& sources) : sources_(sources) {
  const auto note_owners = [&](const Group& of) {
    for (const Entry* entry : of.entries)
      if (entry && !entry->notes->remarks.owner.empty()) owners_.insert(entry->notes->remarks.owner.str());
  };
  note_owners(owner ? *owner : group);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const Entry* entry = group.entries[i];
    if (entry) knows_maintain_ &= sources[i]->catalog.has_words_for(entry->object, maintain);
  }
}

std::optional<std::string> PrivilegeReader::by(std::size_t i, const Entry& entry) const {
  if (may_be_otherwise(entry) || sources_[i]->catalog.privileges_uncertain) return std::nullopt;
  const SecuredObjects* objects = secured_objects_of(entry.object);
  if (!objects) return std::nullopt;
  Privileges privileges = read_privileges(privileges_apart_from(entry.object, entry.notes->remarks, owners_), *objects);
  if (!knows_maintain_)
    for (auto& [grantee, rights] : privileges) rights.erase(std::string(maintain));
  std::erase_if(privileges, [](const auto& one) { return one.second.empty(); });
  return show_privileges(privileges, *objects).str();
}

void pair_default_privileges(std::vector<Group>& owners) {
  for (std::size_t i = 0; i < owners.size(); ++i) {
    if (!is_of_nameless_role(owners[i])) continue;
    const std::size_t named = find_counterpart(owners, owners[i]);
    if (named == owners.size()) continue;
    owners[i].absorb(owners[named], Match::same);
    owners.erase(owners.begin() + static_cast<std::ptrdiff_t>(named));
    i -= named < i;
  }
}

}  // namespace pgplumb
