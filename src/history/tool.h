// A migration tool: how its tables are known, how its records are read and matched with files, and what its commands are.
//
// One file in src/history/tools/ for each, with its query beside it; tools.cpp lists them.
#pragma once

#include <pgplumb/catalog/catalog.h>
#include <pgplumb/history/timeline.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// A table that a tool keeps for itself.
struct ToolTable {
  std::string_view name;
  /// It has these, the most telling first, "" behind the last. A type as format_type() prints it may follow a name: "version
  /// bigint".
  std::array<std::string_view, 7> columns;
  bool has_no_others = false;
  /// These columns are so much its own that it is known under any name.
  bool goes_by_any_name = false;
};

enum class Checked { same, different, cannot_tell };

/// A file, or a text that it may have been.
struct CheckedFile {
  const Migration& migration;
  std::string_view text;
  std::span<const Migration> earlier;     ///< the files before it
  bool is_preceded_by_unchanged = false;  ///< the one before it is what ran
};

/// Where a tool runs: many lock by the hash of it.
struct LockScope {
  std::string_view database, schema, table;
};

struct HistoryTool {
  std::string_view name;
  std::string_view layout;            ///< of migration folders: see src/sources/migrations/layouts.cpp; "" for none
  std::span<const ToolTable> tables;  ///< the first is the history
  /// Embedded .sql: the records in the order in which they were written, as key, name, checksum, applied_at, state, only_marked,
  /// detail;
  /// "" where they are not read. `%1$s` stands for the table.
  std::string_view records_name = {}, records_sql = {};

  /// What the tool's record of the file has as its key; "" for a file that it never records.
  std::string (*key_of)(const Migration& migration) = nullptr;
  /// Whether the text is what the record's checksum was made of; null where there is none.
  Checked (*check)(const CheckedFile& file, const HistoryRecord& record) = nullptr;
  /// What fails where a file has changed since, is gone, or did not run though others behind it did; "" where it does not care.
  std::string_view on_edited = {}, on_missing_file = {}, on_late = {};
  /// Whether it does not run a file any more that has no record; null where it runs them all.
  bool (*passes_over)(const Migration& migration, std::span<const TimelineRow> rows) = nullptr;
  /// Key of the advisory lock that it holds while it runs.
  std::optional<std::int64_t> (*lock_key)(const LockScope& scope) = nullptr;

  // Commands; `{}` stands for the migration's name, "" where there is none.
  std::string_view apply = {};             ///< runs what is pending
  std::string_view mark_applied = {};      ///< records one as applied without running it
  std::string_view mark_rolled_back = {};  ///< takes back the record of a failed one, so that it is run again
  std::string_view on_failed = {};         ///< what it answers while a failed one stands in its table
};

std::span<const HistoryTool* const> history_tools();

/// For tools with a high-water mark: whether one behind it ran.
bool stands_before_newest(const Migration& migration, std::span<const TimelineRow> rows);

/// A table's own columns; types may be empty where they are not known.
struct ColumnText {
  std::string name, type;
};
bool is_like(const ToolTable& table, std::string_view name, std::span<const ColumnText> columns);
/// The tools whose history this may be: some keep equal tables.
std::vector<const HistoryTool*> tools_of_history(std::string_view name, std::span<const ColumnText> columns);

/// Keys of all advisory locks that a tool may hold here.
std::vector<std::int64_t> migration_lock_keys(std::string_view database);

}  // namespace pgplumb
