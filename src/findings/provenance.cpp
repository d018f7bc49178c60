#include "findings/provenance.h"

#include <algorithm>
#include <array>

#include "sources/git/former_texts.h"

namespace pgplumb {

namespace {

std::string event_key(std::string_view schema, std::string_view name, std::string_view member, std::string_view field) {
  std::string key;
  for (std::string_view part : {schema, name, member, field}) key.append(part).push_back('\0');
  return key;
}

/// A unique constraint that the migrations drop is a unique index to a model.
OwnedId as_index(OwnedId id) {
  if (id.space == Namespace::constraint) id.space = Namespace::index;
  return id;
}

/// Of what the migrations and the database call differently.
OtherNames names_in_database(const SourceList& sources, const Source* migrations, const Source* database,
                             const Comparison& comparison) {
  if (!migrations || !database) return {};
  const auto says = [&](const Disagreement& found, const Source* source) {
    return found.says[static_cast<std::size_t>(std::find(sources.begin(), sources.end(), source) - sources.begin())].entry;
  };
  std::map<ObjectId, const Entry*> there;
  for (const Disagreement& found : comparison.disagreements) {
    const Entry *made = says(found, migrations), *has = says(found, database);
    if (found.field == "name" && made && has && made->id != has->id) there.emplace(made->id, has);
  }
  if (there.empty()) return {};
  return [there = std::move(there)](const ObjectId& id) {
    const auto found = there.find(id);
    return found == there.end() ? nullptr : found->second;
  };
}

/// Where no history tells otherwise, a single key or index was rather dropped by hand than never made.
bool lacks_only_keys(const NetEffect& effect) {
  static constexpr std::array kinds{"primary key", "unique", "foreign key", "index"};
  return effect.state() == NetEffect::State::partly &&
         std::all_of(effect.changes.begin(), effect.changes.end(), [](const Change& change) {
           return change.is_there || std::find(kinds.begin(), kinds.end(), change.kind) != kinds.end();
         });
}

}  // namespace

Provenance::Provenance(const SourceList& sources, const Comparison& comparison) : sources_(sources) {
  for (const Source* source : sources) {
    if (source->role == Role::migrations) migrations_ = source;
    if (source->role == Role::database) database_ = source;
  }
  if (migrations_) {
    for (const Event& event : migrations_->catalog.events) {
      if (event.verb == Event::Verb::altered)
        altered_[event_key(event.schema, event.name, event.member, event.detail)] = event.at;
      if (event.verb == Event::Verb::renamed) note_renaming(event);
    }
    by_place_.emplace(migrations_->catalog);
    note_drops(migrations_->catalog.events);
  }
  timeline_ = trace_history(migrations_ ? &migrations_->catalog : nullptr, migrations_ ? migrations_->layout : std::string_view(),
                            database_ ? &database_->catalog : nullptr,
                            database_ ? std::span<const HistoryTable>(database_->histories) : std::span<const HistoryTable>(),
                            read_former_texts, names_in_database(sources, migrations_, database_, comparison));
  for (const TimelineRow& row : timeline_.rows) {
    rows_.emplace(row.migration, &row);
    const NetEffect::State state = row.effect.state();
    const bool is_not_there = state == NetEffect::State::absent || state == NetEffect::State::partly;
    if (row.migration && is_not_there && (history() || !lacks_only_keys(row.effect))) lacking_.insert(row.migration);
  }
}

void Provenance::note_renaming(const Event& event) {
  const OwnedId id = renamed_to(event);
  renamed_[event_key(id.schema, id.name, id.member, {})] = event.at;
}

void Provenance::note_drops(const std::vector<Event>& events) {
  const FormerNames former(events);
  for (std::size_t i = 0; i < events.size(); ++i) {
    const bool was_its_own = migration_at(events[i].made_at) == migration_at(events[i].at);
    if (events[i].verb == Event::Verb::dropped && !was_its_own) dropped_[as_index(former.last_of(events[i], i))] = events[i].at;
  }
}

Position Provenance::named_at(const Entry& entry) const {
  const auto found = renamed_.find(event_key(entry.id.schema, entry.id.name, entry.id.member, {}));
  return found == renamed_.end() ? entry.declared_at : found->second;
}

bool Provenance::was_altered(const Entry& entry, std::string_view field) const {
  return altered_.contains(event_key(entry.id.schema, entry.id.name, entry.id.member, field));
}

Position Provenance::stated_at(std::size_t source, const Entry& entry, std::string_view field) const {
  if (sources_[source]->role == Role::database) return {};
  if (sources_[source] == migrations_ && !field.empty()) {
    const auto found = altered_.find(event_key(entry.id.schema, entry.id.name, entry.id.member, field));
    if (found != altered_.end()) return found->second;
  }
  return entry.declared_at;
}

const Migration* Provenance::migration_at(const Position& at) const { return by_place_ ? by_place_->find(at) : nullptr; }

Position Provenance::dropped_at(const Entry& entry) const {
  const auto found = dropped_.find(as_index(entry.id));
  return found == dropped_.end() ? Position{} : found->second;
}

Position Provenance::told_at(const Case& one) const {
  const Says* said = one.says(Role::migrations);
  if (!said) return {};
  if (!said->entry) return one.is_presence() && said->state == State::absent ? dropped_at(one.entry()) : Position{};
  if (one.is_presence()) return named_at(*said->entry);
  return stated_at(static_cast<std::size_t>(one.index_of(Role::migrations)), *said->entry, one.first().field);
}

const Migration* Provenance::migration_of(const Case& one) const {
  const Position at = told_at(one);
  return at ? migration_at(at) : nullptr;
}

const Migration* Provenance::dropping_migration(const Case& one) const {
  const Says* said = one.says(Role::migrations);
  return said && !said->entry ? migration_of(one) : nullptr;
}

const TimelineRow& Provenance::row_of(const Migration& migration) const { return *rows_.at(&migration); }

}  // namespace pgplumb
