#include "findings/provenance.h"

namespace pgplumb {

namespace {

std::string event_key(std::string_view schema, std::string_view name, std::string_view member, std::string_view field) {
  std::string key;
  for (std::string_view part : {schema, name, member, field}) key.append(part).push_back('\0');
  return key;
}

}  // namespace

Provenance::Provenance(const SourceList& sources) : sources_(sources) {
  for (const Source* source : sources) {
    if (source->role == Role::migrations) migrations_ = source;
    if (source->role == Role::database) database_ = source;
  }
  if (migrations_) {
    for (const Event& event : migrations_->catalog.events)
      if (event.verb == Event::Verb::altered)
        altered_[event_key(event.schema, event.name, event.member, event.detail)] = event.at;
    for (const Migration& migration : migrations_->catalog.migrations) by_file_.emplace(migration.file, &migration);
  }
  if (migrations_ && database_)
    for (const Entry& entry : migrations_->catalog.entries())
      if (entry.id.space != Namespace::constraint && entry.id.space != Namespace::index && entry.declared_at) {
        Count& count = effects_[entry.declared_at.file];
        ++count.declared;
        count.there += database_->catalog.find(entry.id) != nullptr;
      }
  if (database_)
    for (const auto& row : database_->history)
      if (!row.rolled_back) rows_[row.name] = &row;
}

Provenance::Effect Provenance::effect_of(const Migration& migration) const {
  const auto found = effects_.find(migration.file);
  if (found == effects_.end() || found->second.there == found->second.declared) return Effect::there;
  return found->second.there == 0 ? Effect::absent : Effect::partly;
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

const Migration* Provenance::migration_at(const Position& at) const {
  const auto found = by_file_.find(at.file);
  return found == by_file_.end() ? nullptr : found->second;
}

const Migration* Provenance::migration_of(const Case& one) const {
  const int index = one.index_of(Role::migrations);
  if (index < 0 || !one.first().says[index].entry) return nullptr;
  return migration_at(stated_at(index, *one.first().says[index].entry, one.first().field));
}

MigrationRecord Provenance::record_of(const Migration& migration) const {
  using State = MigrationRecord::State;
  if (!database_ || database_->history_state == Source::History::none) return {State::no_history, {}};
  if (database_->history_state == Source::History::unreadable) return {State::unreadable, {}};
  const auto row = rows_.find(migration.name);
  if (row == rows_.end()) return {State::pending, {}};
  if (row->second->failed) return {State::failed, row->second->applied_at};
  return {State::applied, row->second->applied_at};
}

}  // namespace pgplumb
