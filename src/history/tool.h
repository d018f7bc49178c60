// A migration tool: how its tables are known, how its records are read and matched with files, and what its commands are.
//
// One file in src/history/tools/ for each, with its query beside it; tools.cpp lists them.
#pragma once

#include <pgplumb/catalog/catalog.h>
#include <pgplumb/history/timeline.h>

#include <array>
#include <cstdint>
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

/// What a checksum says of a text.
struct Checked {
  enum Result { same, different, cannot_tell, runs_again };
  Result result;
  std::string_view because = {};  ///< why it cannot be told; "" where the tool keeps no checksum

  constexpr Checked(Result one, std::string_view why = {}) : result(one), because(why) {}
};

/// A file, or a text that it may have been.
struct CheckedFile {
  const Migration& migration;
  std::string_view text;
  std::span<const Migration> earlier;     ///< the files before it
  bool is_preceded_by_unchanged = false;  ///< the one before it is what ran
};

/// Where a tool runs: many lock by the hash of it.
struct LockScope {
  std::string database, schema, table;
};
using LockKeys = std::vector<std::int64_t>;

struct HistoryTool {
  std::string_view name;
  std::string_view layout;            ///< of migration folders: see src/sources/migrations/layouts.cpp; "" for none
  std::span<const ToolTable> tables;  ///< the first is the history
  /// Embedded .sql: the records in the order in which they were written, as key, name, checksum, applied_at, state, only_marked,
  /// covers_earlier, detail, plan_hash;
  /// "" where they are not read. `%1$s` stands for the table.
  std::string_view records_name = {}, records_sql = {};

  /// What the tool's record of the file has as its key; "" for a file that it never records.
  std::string (*key_of)(const Migration& migration) = nullptr;
  /// Whether the text is what the record's checksum was made of; null where there is none.
  Checked (*check)(const CheckedFile& file, const HistoryRecord& record) = nullptr;
  /// What the plan says of it otherwise than when it ran, in words; "" where it says the same. `before`: what ran before it, null
  /// for the first.
  std::string (*check_plan)(const CheckedFile& file, const HistoryRecord& record, const HistoryRecord* before) = nullptr;
  /// Of a history that several projects share: whose the record with this key is.
  std::string_view (*part_of)(std::string_view key) = nullptr;
  /// What fails where a file has changed since, is gone, or did not run though others behind it did; "" where it does not care.
  std::string_view on_edited = {}, on_missing_file = {}, on_late = {};
  std::string_view on_plan_edited = {};
  /// A record covers what its migration is built on, not what stands before it: see Migration::behind.
  bool follows_graph = false;
  /// Whether it does not run a file any more that has no record; null where it runs them all.
  bool (*passes_over)(const Migration& migration, std::span<const TimelineRow> rows) = nullptr;
  /// Keys of the advisory locks that it may hold while it runs.
  LockKeys (*lock_keys)(const LockScope& scope) = nullptr;
  /// How it locks its history table while it runs, as pg_locks calls it: "ExclusiveLock"; "" where it does not.
  std::string_view table_lock = {};

  // Commands; `{}` stands for the migration's key, "" where there is none.
  std::string_view apply = {};             ///< runs what is pending; PLACE stands for the path of the files
  std::string_view mark_applied = {};      ///< records one as applied without running it
  std::string_view mark_rolled_back = {};  ///< takes back the record of a failed one, so that it is run again
  std::string_view on_failed = {};         ///< what it answers while a failed one stands in its table
};

std::span<const HistoryTool* const> history_tools();
/// The one whose migration folders are laid out so; null where there is none.
const HistoryTool* tool_of_layout(std::string_view layout);
/// Its command that runs what is pending in that place; "" where there is none.
std::string apply_command(const HistoryTool& tool, std::string_view place);

/// For tools with a high-water mark: whether one behind it ran.
bool stands_before_newest(const Migration& migration, std::span<const TimelineRow> rows);

/// A table's own columns; types may be empty where they are not known.
struct ColumnText {
  std::string name, type;
};
bool is_like(const ToolTable& table, std::string_view name, std::span<const ColumnText> columns);
/// The tools whose history this may be: some keep equal tables.
std::vector<const HistoryTool*> tools_of_history(std::string_view name, std::span<const ColumnText> columns);

/// One that says that a tool is at work.
struct ToolLock {
  const HistoryTool* tool;
  std::int64_t key = 0;                 ///< of an advisory lock
  const HistoryTable* table = nullptr;  ///< else the one that is locked, as `tool->table_lock` says
};
/// All that tools may hold here: by these tables, and by those that they would make.
std::vector<ToolLock> possible_locks(std::string_view database, std::span<const HistoryTable> tables);

}  // namespace pgplumb
