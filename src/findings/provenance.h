// Where a source states something, which migration that is, and whether the database knows of that migration.
#pragma once

#include <string>
#include <unordered_map>

#include "findings/case.h"

namespace pgplumb {

/// What the migration tool's own table says of one migration.
struct MigrationRecord {
  enum class State { no_history, unreadable, pending, applied, failed, rolled_back };
  State state = State::no_history;
  std::string applied_at;
};

class Provenance {
 public:
  explicit Provenance(const SourceList& sources);

  /// Where source i states this of the entry: at its declaration, or where a later statement altered that field.
  Position stated_at(std::size_t source, const Entry& entry, std::string_view field) const;
  /// The migration whose file that is; null where the source is no migration history or has one file only.
  const Migration* migration_at(const Position& at) const;
  /// The migration that states what the case's migrations say; null without migrations.
  const Migration* migration_of(const Case& one) const;
  MigrationRecord record_of(const Migration& migration) const;

  /// How much of what the migration declares and nothing later took away is in the database: tables, columns, types and values.
  enum class Effect { absent, partly, there };
  Effect effect_of(const Migration& migration) const;
  /// Whether a statement after its declaration altered that field of the entry.
  bool was_altered(const Entry& entry, std::string_view field) const;

  const Source* migrations() const { return migrations_; }
  const Source* database() const { return database_; }

 private:
  const SourceList& sources_;
  const Source* migrations_ = nullptr;
  const Source* database_ = nullptr;
  std::unordered_map<std::string, Position> altered_;  // the last one
  std::unordered_map<const std::string*, const Migration*> by_file_;
  std::unordered_map<std::string, const Source::HistoryRow*> rows_;
  struct Count {
    std::size_t declared = 0, there = 0;
  };
  std::unordered_map<const std::string*, Count> effects_;  // by file
};

}  // namespace pgplumb
