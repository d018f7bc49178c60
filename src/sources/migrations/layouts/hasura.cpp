// Hasura: migrations/DATABASE/1704067200000_what/up.sql; before its config v3 without the database's folder.
#include <pgplumb/error.h>

#include <algorithm>

#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

/// Milliseconds since 1970 and a name.
std::vector<NamedFile> versions_in(const fs::path& path) {
  static const Pattern pattern(R"((\d{13})(?:_(.*))?)");
  auto found = matching(folders_with(path, "up.sql"), pattern);
  sort_by_version(found);
  return found;
}

std::vector<fs::path> databases_in(const fs::path& path) {
  std::vector<fs::path> databases = folders_in(path);
  std::erase_if(databases, [](const fs::path& folder) { return versions_in(folder).empty(); });
  return databases;
}

bool is_hasura_folder(const fs::path& path) {
  return fs::is_directory(path) && (!versions_in(path).empty() || !databases_in(path).empty());
}

/// Several databases are several histories.
fs::path only_database(const fs::path& path) {
  if (!versions_in(path).empty()) return path;
  const auto databases = databases_in(path);
  if (databases.size() < 2) return databases.empty() ? path : databases.front();
  std::string names;
  for (const fs::path& database : databases) names += (names.empty() ? "" : ", ") + database.filename().string();
  throw Error("the migrations of several databases are here: " + names, {remember_file(path.string()), 0, 0},
              "name the folder of one: " + databases.front().string());
}

MigrationList list_hasura_folder(const fs::path& path) {
  MigrationList list;
  for (const NamedFile& folder : versions_in(only_database(path)))
    list.files.push_back({folder.path.filename().string(), folder.path / "up.sql", folder.version});
  return list;
}

}  // namespace

constinit const Layout hasura_layout{"hasura", "folders 1704067200000_what with an up.sql each, by number", is_hasura_folder,
                                     list_hasura_folder, RunsIn::transaction};

}  // namespace pgplumb
