#include "findings/case.h"

#include <algorithm>

#include "catalog/altered_unseen.h"
#include "findings/fixes/dependents.h"

namespace pgplumb {

int Case::index_of(Role role) const {
  for (std::size_t i = 0; i < sources->size(); ++i)
    if ((*sources)[i]->role == role) return static_cast<int>(i);
  return -1;
}

const Says* Case::says(Role role) const {
  const int index = index_of(role);
  return index < 0 ? nullptr : &first().says[static_cast<std::size_t>(index)];
}

bool Case::speaks(Role role) const {
  const Says* said = says(role);
  return said && said->cluster >= 0;
}

bool Case::same(Role a, Role b) const { return speaks(a) && speaks(b) && says(a)->cluster == says(b)->cluster; }

int Case::expected() const {
  const auto& said = first().says;
  const auto speaker = std::find_if(said.begin(), said.end(), [](const Says& one) { return one.cluster >= 0; });
  return static_cast<int>(speaker - said.begin());
}

int Case::actual() const {
  const int expectation_cluster = expectation().cluster;
  for (std::size_t i = sources->size(); i-- > 0;) {
    const Says& said = first().says[i];
    if (said.cluster >= 0 && said.cluster != expectation_cluster) return static_cast<int>(i);
  }
  return expected();
}

const Dependents& Case::dependents_in(int index) const { return dependents->in(source(index).catalog); }

const Entry& Case::entry() const {
  if (expectation().entry) return *expectation().entry;
  const auto& said = first().says;
  return *std::find_if(said.begin(), said.end(), [](const Says& one) { return one.entry != nullptr; })->entry;
}

const Entry& Case::owner() const {
  const auto& owners = first().owners;
  const auto found = std::find_if(owners.begin(), owners.end(), [](const Entry* one) { return one != nullptr; });
  return found == owners.end() ? entry() : **found;
}

const Entry& Case::actual_owner() const {
  const auto& owners = first().owners;
  const Entry* there = owners.empty() ? nullptr : owners[static_cast<std::size_t>(actual())];
  return there ? *there : owner();
}

bool Case::database_is_right() const {
  return !is_plain_diff() && speaks(Role::database) && says(Role::database)->cluster == expectation().cluster;
}

std::string_view Case::altered_unseen_by() const {
  std::string_view by;
  int cluster = -1;
  for (const Says& one : first().says) {
    if (one.cluster < 0) continue;
    const std::string_view place = one.entry ? pgplumb::altered_unseen_by(*one.entry) : std::string_view();
    if (!place.empty()) {
      by = place;
      continue;
    }
    if (cluster >= 0 && one.cluster != cluster) return {};
    cluster = one.cluster;
  }
  return by;
}

std::string model_name(const Case& one) { return std::string(one.owner().called); }

std::string called(const Case& one) {
  const Entry& entry = one.entry();
  if (entry.id.member.empty()) return entry.called.empty() ? display_id(entry.id) : std::string(entry.called);
  const std::string table = one.owner().called.empty() ? display_id(one.owner().id) : std::string(one.owner().called);
  return table + "." + std::string(entry.called.empty() ? entry.id.member : entry.called);
}

}  // namespace pgplumb
