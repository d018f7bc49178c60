// Where a source states something, which migration that is, and whether the database knows of that migration.
#pragma once

#include <pgplumb/history/timeline.h>

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "findings/case.h"
#include "history/former_names.h"

namespace pgplumb {

class Provenance {
 public:
  Provenance(const SourceList& sources, const Comparison& comparison);
  Provenance(const Provenance&) = delete;  // the timeline points into itself
  Provenance& operator=(const Provenance&) = delete;

  /// Where source i states this of the entry: at its declaration, or where a later statement altered that field.
  Position stated_at(std::size_t source, const Entry& entry, std::string_view field) const;
  /// Where the migrations give the entry the name that it has: where it was last renamed, else where it is declared.
  Position named_at(const Entry& entry) const;
  /// The migration that stands there; null where the source is no migration history.
  const Migration* migration_at(const Position& at) const;
  /// Where a migration took away what an earlier one had made; nowhere where none did.
  Position dropped_at(const Entry& entry) const;
  /// Where the migrations say what they say in the case: where they give a name, set that field, or took the object away.
  Position told_at(const Case& one) const;
  /// The migration that stands there; null where there is none.
  const Migration* migration_of(const Case& one) const;
  /// The migration that took away what others still have; null where none did.
  const Migration* dropping_migration(const Case& one) const;
  /// Whether what the migration does is not there, or not wholly; false for none.
  bool is_lacking(const Migration* migration) const { return lacking_.contains(migration); }
  /// What is known of the migration.
  const TimelineRow& row_of(const Migration& migration) const;
  /// Whether a statement after its declaration altered that field of the entry.
  bool was_altered(const Entry& entry, std::string_view field) const;

  const Timeline& timeline() const { return timeline_; }
  /// The history table where its rows were read; null where there is none, or the role may not read it.
  const HistoryTable* history() const { return timeline_.has_records() ? timeline_.table : nullptr; }
  const Source* migrations() const { return migrations_; }
  const Source* database() const { return database_; }

 private:
  void note_renaming(const Event& event);
  void note_drops(const std::vector<Event>& events);

  const SourceList& sources_;
  const Source* migrations_ = nullptr;
  const Source* database_ = nullptr;
  std::unordered_map<std::string, Position> altered_, renamed_;  // where last; the latter by the new name
  std::map<OwnedId, Position> dropped_;                          // by the names that there are at the end
  std::optional<MigrationsByPlace> by_place_;
  Timeline timeline_;
  std::unordered_map<const Migration*, const TimelineRow*> rows_;
  std::unordered_set<const Migration*> lacking_;
};

}  // namespace pgplumb
