#include "findings/order/turns.h"

#include <algorithm>

#include "findings/fixes/attach_partition.h"
#include "findings/order/footprint.h"

namespace pgplumb {

namespace {

/// That nothing bears there.
std::string free_name(std::string name, const Catalog& catalog) {
  const auto entries = catalog.entries();
  const auto is_taken = [&] {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Entry& entry) { return (entry.id.member.empty() ? entry.id.name : entry.id.member) == name; });
  };
  for (name += "_aside"; is_taken();) name += "_";
  return name;
}

/// Rather than on its parts.
bool is_of_comment(const Case& one) {
  return one.rule == "comment-text" && one.expectation().entry &&
         std::any_of(one.found.begin(), one.found.end(), [](const Disagreement* found) { return found->field == "comment"; });
}

std::string table_meant(const Partition& partition) { return display_name(partition.of.symbol->meant()); }

const CaseList& found_or_none(const std::unordered_map<std::string, CaseList>& lists, const Symbol& table) {
  static const CaseList none;
  const auto found = lists.find(display_name(table.meant()));
  return found == lists.end() ? none : found->second;
}

}  // namespace

Turns::Turns(const std::vector<Case>& cases, const std::vector<char>& are_edits) : first_(cases.data()) {
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Case& one = cases[i];
    if (!one.sources) continue;
    const Act act = act_of(one);
    if (act == Act::rename) called_otherwise_.insert(one.actuality().entry->symbol);
    if (act == Act::rename && !are_edits[i]) note_renaming(one, i);
    if (is_of_comment(one)) commented_[one.expectation().entry->id] = i;
    if (is_move_of_partition(one)) leaving_[table_meant(*one.as<Partition>(one.actuality()))].push_back(&one);
    if (is_move_of_partition(one) || (one.rule == "missing-partition" && one.as<Partition>(one.expectation())))
      entering_[table_meant(*one.as<Partition>(one.expectation()))].push_back(&one);
    if (act == Act::drop) dropped_.emplace(one.actuality().entry->symbol, i);
    if (act == Act::make)
      for (const Says& says : one.first().says)
        if (says.entry) made_.emplace(says.entry->symbol, i);
  }
  make_way(cases);
}

void Turns::note_renaming(const Case& one, std::size_t turn) {
  renamed_.emplace(one.actuality().entry->symbol, Renaming{turn, one.expectation().entry->id});
  for (const Says& says : one.first().says)
    if (says.entry && says.cluster == one.expectation().cluster) bearers_.emplace(says.entry->symbol, one.actuality().entry);
}

/// Where names go round in a circle, the first to get one has the bearer called otherwise.
void Turns::make_way(const std::vector<Case>& cases) {
  std::map<std::string, const Case*> bearers;
  for (std::size_t i = cases.size(); i-- > 0;) {
    const Case& one = cases[i];
    if (!one.sources || act_of(one) != Act::rename || !renamed_.contains(one.actuality().entry->symbol)) continue;
    const Footprint print = footprint_of(one);
    for (const std::string& place : print.takes)
      if (const auto found = bearers.find(place); found != bearers.end()) {
        const Case& other = *found->second;
        ObjectId id = other.actuality().entry->id;
        std::string_view& name = id.member.empty() ? id.name : id.member;
        name = keep(free_name(std::string(name), other.source(other.actual()).catalog));
        aside_.emplace(other.actuality().entry->symbol, Renaming{i, id});
        in_the_way_[&one].push_back(&other);
      }
    for (const std::string& place : print.leaves) bearers[place] = &one;
  }
}

bool Turns::is_made_later(const Symbol* name, const Case& one) const {
  const auto made = made_.find(name);
  return made != made_.end() && made->second > turn_of(one);
}

bool Turns::is_renamed_before(const Symbol* name, const Case& one) const {
  const auto renamed = renamed_.find(name);
  return renamed != renamed_.end() && renamed->second.turn < turn_of(one);
}

bool Turns::is_dropped_later(const Symbol* name, const Case& one) const {
  const auto dropped = dropped_.find(name);
  return dropped != dropped_.end() && dropped->second > turn_of(one);
}

const Entry* Turns::bearer_of(const Symbol* expected) const {
  const auto bearer = bearers_.find(expected);
  return bearer == bearers_.end() ? nullptr : bearer->second;
}

bool Turns::is_commented_later(const ObjectId& expected, const Case& one) const {
  const auto commented = commented_.find(expected);
  return commented != commented_.end() && commented->second > turn_of(one);
}

const CaseList& Turns::leaving(const Symbol& table) const { return found_or_none(leaving_, table); }
const CaseList& Turns::entering(const Symbol& table) const { return found_or_none(entering_, table); }

const CaseList& Turns::in_the_way_of(const Case& one) const {
  static const CaseList none;
  const auto found = in_the_way_.find(&one);
  return found == in_the_way_.end() ? none : found->second;
}

ObjectId Turns::aside(const Case& one) const { return aside_.at(one.actuality().entry->symbol).to; }

ObjectId Turns::called_by_then(const Entry& entry, const Case& one) const {
  ObjectId id = entry.id;
  const auto renamed = [&](const Symbol* name) { return is_renamed_before(name, one) ? &renamed_.at(name).to : nullptr; };
  const ObjectId* owner = id.member.empty() ? nullptr : renamed(entry.symbol->parent);
  if (owner) id.schema = owner->schema, id.name = owner->name;
  const auto moved = aside_.find(entry.symbol);
  const bool is_aside = moved != aside_.end() && moved->second.turn < turn_of(one);
  const ObjectId* to = renamed(entry.symbol);
  if (!to && is_aside) to = &moved->second.to;
  if (to) id.member = to->member;
  if (to && id.member.empty()) id.schema = to->schema, id.name = to->name;
  return id;
}

}  // namespace pgplumb
