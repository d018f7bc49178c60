// Prisma Migrate.
#include "history/digests.h"
#include "history/edits.h"
#include "history/tools/keys.h"
#include "history/tools/prisma_records.sql.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"_prisma_migrations",
              {"migration_name", "checksum", "finished_at", "rolled_back_at", "applied_steps_count"},
              false,
              /*goes_by_any_name=*/true},
};

/// Older engines printed bytes below 16 with one digit.
std::string without_padding(const std::string& hex) {
  std::string digits;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) digits += hex[i] == '0' ? hex.substr(i + 1, 1) : hex.substr(i, 2);
  return digits;
}

/// Prisma takes a file with either line ending for the same.
Checked check(const CheckedFile& file, const HistoryRecord& record) {
  constexpr std::size_t padded = 64;
  for (const std::string& form : {std::string(file.text), with_line_feeds(file.text), with_carriage_returns(file.text)}) {
    const std::string hash = sha256_hex(form);
    if (record.checksum == (record.checksum.size() == padded ? hash : without_padding(hash))) return Checked::same;
  }
  return Checked::different;
}

/// Fixed in its engine for PostgreSQL.
LockKeys lock_keys(const LockScope&) { return {72707369}; }

}  // namespace

constinit const HistoryTool prisma_tool{
    .name = "Prisma",
    .layout = "prisma",
    .tables = tables,
    .records_name = "prisma_records.sql",
    .records_sql = prisma_records_sql,
    .key_of = name_of,
    .check = check,
    .on_edited = "migrate deploy does not look; migrate dev wants to reset the database it works on",
    .on_missing_file = "migrate deploy does not look; migrate dev wants to reset the database it works on",
    .lock_keys = lock_keys,
    .apply = "npx prisma migrate deploy",
    .mark_applied = "npx prisma migrate resolve --applied {}",
    .mark_rolled_back = "npx prisma migrate resolve --rolled-back {}",
    .on_failed = "migrate deploy refuses to run anything (P3009)",
};

}  // namespace pgplumb
