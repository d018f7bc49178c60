#include "explain/messages/tally.h"

#include <algorithm>
#include <cctype>

namespace pgplumb {
namespace {

constexpr std::string_view in_failed_transaction = "25P02";

/// What makes two errors equal: the code and the names. Prisma's code is not part of it, for the driver below tells the same
/// error without one; its model is, where nothing else says what was asked.
std::string key_of(const ErrorReport& error) {
  std::string names;
  for (const auto* name : {&error.schema, &error.relation, &error.column, &error.type, &error.constraint, &error.value})
    names += '\n' + *name;
  const bool names_nothing = names.find_first_not_of('\n') == std::string::npos;
  if (names_nothing && !error.model.empty()) {
    names = error.model;
    names.front() =
        static_cast<char>(std::tolower(static_cast<unsigned char>(names.front())));  // prisma.callRecord is of model CallRecord
  }
  return (error.sqlstate.empty() ? error.prisma : error.sqlstate) + names;
}

/// The model's own name rather than that of the client's property for it; the first name rather than none.
void learn_model(ErrorReport& error, const std::string& model) {
  if (model.empty()) return;
  if (error.model.empty() || (std::islower(static_cast<unsigned char>(error.model.front())) && error.model != model))
    error.model = model;
}

}  // namespace

std::size_t Tellers::most() const {
  std::size_t most = 0;
  for (const auto& [teller, times] : times_) most = std::max(most, times);
  return most;
}

Tally::Counted& Tally::find_or_add(const Sighting& sighting) {
  const auto [place, is_new] = by_key_.try_emplace(key_of(sighting.error), counted_.size());
  if (is_new) counted_.push_back({sighting.error, {}, {}, {}, {}});
  return counted_[place->second];
}

Tally::Counted* Tally::find_culprit(const Sighting& sighting) {
  const auto last = last_of_session_.find(sighting.session);
  return last == last_of_session_.end() ? nullptr : &counted_[last->second];
}

void Tally::add(const Sighting& sighting, std::string_view timestamp) {
  if (sighting.error.sqlstate == in_failed_transaction)
    if (Counted* culprit = find_culprit(sighting)) {
      culprit->dragged_along.hear(sighting.teller);
      return;
    }
  Counted& counted = find_or_add(sighting);
  counted.seen.hear(sighting.teller);
  if (counted.error.prisma.empty()) counted.error.prisma = sighting.error.prisma;
  learn_model(counted.error, sighting.error.model);
  if (counted.meant_relation.empty()) {
    counted.meant_schema = sighting.meant_schema;
    counted.meant_relation = sighting.meant_relation;
  }
  if (counted.error.first_seen.empty()) counted.error.first_seen = timestamp;
  if (!timestamp.empty()) counted.error.last_seen = timestamp;
  if (sighting.error.sqlstate != in_failed_transaction)
    last_of_session_[sighting.session] = static_cast<std::size_t>(&counted - counted_.data());
}

void Tally::take_meaning(Counted& counted) {
  counted.error.count = counted.seen.most();
  counted.error.dragged_along = counted.dragged_along.most();
  if (counted.meant_relation.empty()) return;
  counted.error.schema = std::move(counted.meant_schema);
  counted.error.relation = std::move(counted.meant_relation);
}

std::vector<ErrorReport> Tally::reports() && {
  std::vector<ErrorReport> reports;
  std::unordered_map<std::string, std::size_t> by_meaning;
  for (auto& counted : counted_) {
    take_meaning(counted);
    const auto [place, is_new] = by_meaning.try_emplace(key_of(counted.error), reports.size());
    if (is_new) {
      reports.push_back(std::move(counted.error));
    } else {
      // Two statements, one with an alias, that fail for one reason.
      auto& same = reports[place->second];
      same.count += counted.error.count;
      same.dragged_along += counted.error.dragged_along;
      same.last_seen = std::max(same.last_seen, counted.error.last_seen);
    }
  }
  return reports;
}

}  // namespace pgplumb
