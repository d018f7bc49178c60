// Drizzle: 0000_what.sql in the order of meta/_journal.json (up to 0.45); what/migration.sql with a snapshot.json (from 1.0).
#include <pgplumb/error.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

fs::path journal_of(const fs::path& folder) { return folder / "meta" / "_journal.json"; }

json read_journal(const fs::path& folder) {
  const Position at{remember_file(journal_of(folder).string()), 0, 0};
  const json journal = json::parse(read_sql_file(journal_of(folder)), nullptr, false);
  if (!journal.is_object() || !journal.contains("entries") || !journal["entries"].is_array())
    throw Error("this is no journal of Drizzle's", at, "`drizzle-kit generate` writes it");
  if (const auto dialect = journal.value("dialect", "postgresql"); !dialect.starts_with("p"))  // "pg" in old ones
    throw Error("these migrations are for \"" + dialect + "\"", at, "pgplumb reads PostgreSQL only");
  return journal;
}

bool has_journal(const fs::path& path) { return fs::exists(journal_of(path)); }

NotCompared never_runs(const fs::path& path, std::string why) {
  return {"migration file", std::move(why), {remember_file(path.string()), 0, 0}, 1, path.filename().string()};
}

MigrationList list_journal(const fs::path& path) {
  MigrationList list;
  std::vector<fs::path> unlisted = files_in(path);
  std::erase_if(unlisted, [](const fs::path& file) { return file.extension() != ".sql"; });
  const json journal = read_journal(path);
  for (const json& entry : journal["entries"]) {
    const std::string tag = entry.value("tag", "");
    const fs::path file = path / (tag + ".sql");
    if (!fs::exists(file)) throw Error("migration " + tag + " of the journal is not there", {remember_file(file.string()), 0, 0});
    list.files.push_back({tag, file, entry.contains("when") ? entry["when"].dump() : ""});
    std::erase(unlisted, file);
  }
  for (const fs::path& file : unlisted)
    list.left_out.push_back(never_runs(file, "the journal does not list it; Drizzle never runs it"));
  return list;
}

constexpr const char* migration_file = "migration.sql";

/// Prisma's folders have no snapshots.
bool has_folders(const fs::path& path) {
  const auto folders = folders_with(path, migration_file);
  return std::any_of(folders.begin(), folders.end(), [](const fs::path& folder) { return fs::exists(folder / "snapshot.json"); });
}

bool is_drizzle_folder(const fs::path& path) { return fs::is_directory(path) && (has_journal(path) || has_folders(path)); }

MigrationList list_drizzle_folder(const fs::path& path) {
  if (has_journal(path)) return list_journal(path);
  MigrationList list;
  for (const fs::path& folder : folders_with(path, migration_file))
    list.files.push_back({folder.filename().string(), folder / migration_file});
  return list;
}

/// Drizzle runs what stands between the borders one by one; a `;` there is not needed.
UpPart cut(const SourceText& file, const MigrationFile&) {
  constexpr std::string_view border = "--> statement-breakpoint";
  const std::string_view text = file.text();
  UpPart part;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(border, begin), text.size());
    part.sql.append(text.substr(begin, end - begin), begin);
    part.sql.append("\n;\n", end);
    begin = end + border.size();
  }
  return part;
}

}  // namespace

constinit const Layout drizzle_layout{
    "drizzle",
    "0000_what.sql in the order of meta/_journal.json, or folders with migration.sql and snapshot.json",
    is_drizzle_folder,
    list_drizzle_folder,
    RunsIn::transaction_by_statement,
    cut};

}  // namespace pgplumb
