// Diesel: 2024-01-01-000000_what/up.sql.
#include <algorithm>

#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

/// Diesel compares versions as text, without their dashes.
std::vector<NamedFile> versions_in(const fs::path& path) {
  static const Pattern pattern(R"(([^_]+)(?:_(.*))?)");
  auto found = matching(folders_with(path, "up.sql"), pattern);
  for (NamedFile& folder : found) std::erase(folder.version, '-');
  std::stable_sort(found.begin(), found.end(), [](const NamedFile& a, const NamedFile& b) { return a.version < b.version; });
  return found;
}

bool is_diesel_folder(const fs::path& path) { return fs::is_directory(path) && !versions_in(path).empty(); }

MigrationList list_diesel_folder(const fs::path& path) {
  MigrationList list;
  for (const NamedFile& folder : versions_in(path))
    list.files.push_back({folder.path.filename().string(), folder.path / "up.sql", folder.version});
  return list;
}

/// `run_in_transaction = false` in the metadata.toml beside it.
bool declines_transaction(const SourceText&, const MigrationFile& migration) {
  static const Pattern declines(R"((?:^|\n)\s*run_in_transaction\s*=\s*false)");
  const fs::path metadata = migration.path.parent_path() / "metadata.toml";
  return fs::exists(metadata) && declines.is_in(read_sql_file(metadata));
}

}  // namespace

constinit const Layout diesel_layout{"diesel",
                                     "folders with an up.sql each, by what stands before the first underscore",
                                     is_diesel_folder,
                                     list_diesel_folder,
                                     RunsIn::transaction,
                                     nullptr,
                                     nullptr,
                                     declines_transaction};

}  // namespace pgplumb
