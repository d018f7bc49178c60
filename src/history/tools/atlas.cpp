// Atlas.
#include "history/digests.h"
#include "history/tools/atlas_records.sql.h"
#include "history/tools/keys.h"
#include "history/tools/tools.h"

namespace pgplumb {
namespace {

constexpr std::array tables{
    ToolTable{"atlas_schema_revisions", {"partial_hashes", "version", "applied", "total", "executed_at", "hash"}, false, true},
};

/// As in atlas.sum: one SHA-256 over the names and contents of all files up to this one. Where an earlier file has changed, this
/// one's hash has too, and says nothing of it.
Checked check(const CheckedFile& file, const HistoryRecord& record) {
  std::string all;
  for (const Migration& earlier : file.earlier) all += file_name_of(earlier) + earlier.text;
  all += file_name_of(file.migration) + std::string(file.text);
  if (sha256_base64(all) == record.checksum) return Checked::same;
  return file.earlier.empty() || file.is_preceded_by_unchanged ? Checked(Checked::different)
                                                               : Checked(Checked::cannot_tell, "a file before it was edited");
}

/// FNV-1 (32 bits) of the lock's name, unless --lock-name gives it another.
LockKeys lock_keys(const LockScope&) {
  std::uint32_t hash = 0x811c9dc5;
  for (const char c : std::string_view("atlas_migrate_execute")) hash = (hash * 0x01000193) ^ static_cast<unsigned char>(c);
  return {std::int64_t{hash}};
}

}  // namespace

constinit const HistoryTool atlas_tool{
    .name = "Atlas",
    .layout = "atlas",
    .tables = tables,
    .records_name = "atlas_records.sql",
    .records_sql = atlas_records_sql,
    .key_of = version_of,
    .check = check,
    .on_edited = "atlas migrate apply refuses (checksum mismatch)",
    .on_late = "atlas migrate apply refuses (unless --exec-order non-linear)",
    .passes_over = stands_before_newest,
    .lock_keys = lock_keys,
    .apply = "atlas migrate apply --dir \"file://PLACE\" --url \"$DATABASE_URL\"",
    .mark_applied = "atlas migrate set {}",
    .on_failed = "atlas migrate apply goes on behind the statements that took effect",
};

}  // namespace pgplumb
