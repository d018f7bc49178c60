// What a migration tool has written down in a database about what it ran there.
#pragma once

#include <string>
#include <vector>

namespace pgplumb {

struct HistoryTool;  // src/history/tool.h

/// One row of a history table, in words that all tools share.
struct HistoryRecord {
  enum class State { applied, failed, rolled_back };
  std::string key;         ///< what the tool knows the migration by: its name, its version
  std::string name;        ///< as people know it
  std::string checksum;    ///< as the tool keeps it; "" for none
  std::string applied_at;  ///< ISO 8601 in UTC; of a failed one when it began; "" where the tool keeps no times
  State state = State::applied;
  /// Recorded without having been run: `prisma migrate resolve --applied`, a baseline.
  bool only_marked = false;
  /// All migrations before it count as applied with it: tools that keep the last version only, a baseline.
  bool covers_earlier = false;
  std::string detail;     ///< why it failed, as the tool noted it
  std::string plan_hash;  ///< what the tool made of Migration::plan_entry; "" for none
};

/// A history table as it was found.
struct HistoryTable {
  const HistoryTool* tool = nullptr;
  std::string schema, name;
  std::string unreadable_because;      ///< "" where its rows were read
  std::vector<HistoryRecord> records;  ///< in the order in which they were written

  bool was_read() const { return unreadable_because.empty(); }
  /// "_prisma_migrations", "drizzle.__drizzle_migrations".
  std::string display() const { return (schema == "public" ? "" : schema + ".") + name; }
};

}  // namespace pgplumb
