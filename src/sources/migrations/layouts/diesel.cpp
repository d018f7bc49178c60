// Diesel: 2024-01-01-000000_what/up.sql.
#include <algorithm>

#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"

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

}  // namespace

constinit const Layout diesel_layout{"diesel", "folders with an up.sql each, by what stands before the first underscore",
                                     is_diesel_folder, list_diesel_folder};

}  // namespace pgplumb
