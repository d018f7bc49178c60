// Hasura: migrations/DATABASE/1704067200000_what/up.sql; before its config v3 without the database's folder.
#include <pgplumb/error.h>

#include <algorithm>

#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

/// A number and a name.
const Pattern& pattern() {
  static const Pattern numbered(R"((\d+)(?:_(.*))?)");
  return numbered;
}

std::vector<NamedFile> versions_in(const fs::path& path) {
  auto found = matching(folders_with(path, "up.sql"), pattern());
  sort_by_version(found);
  return found;
}

std::vector<fs::path> databases_in(const fs::path& path) {
  std::vector<fs::path> databases = folders_in(path);
  std::erase_if(databases, [](const fs::path& folder) { return versions_in(folder).empty(); });
  return databases;
}

/// Hasura numbers by the milliseconds since 1970, and takes any number that is there.
bool has_its_own_number(const fs::path& path) {
  constexpr std::size_t digits = 13;
  const auto versions = versions_in(path);
  return std::any_of(versions.begin(), versions.end(), [](const NamedFile& one) { return one.version.size() == digits; });
}

bool is_hasura_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  const auto databases = databases_in(path);
  if (has_its_own_number(path) || std::any_of(databases.begin(), databases.end(), has_its_own_number)) return true;
  return is_mentioned_nearby(path, "config.yaml", "metadata_directory") && !(databases.empty() && versions_in(path).empty());
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
  const fs::path database = only_database(path);
  for (const NamedFile& folder : matching(folders_with(database, "up.yaml"), pattern()))
    list.left_out.push_back({"migration file",
                             "run_sql in YAML is not read",
                             {remember_file((folder.path / "up.yaml").string()), 0, 0},
                             1,
                             folder.path.filename().string()});
  for (const NamedFile& folder : versions_in(database))
    list.files.push_back({folder.path.filename().string(), folder.path / "up.sql", folder.version});
  return list;
}

}  // namespace

constinit const Layout hasura_layout{"hasura", "folders 1704067200000_what with an up.sql each, by number", is_hasura_folder,
                                     list_hasura_folder, RunsIn::transaction};

}  // namespace pgplumb
