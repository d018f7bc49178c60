// golang-migrate: 1_what.up.sql and 1_what.down.sql.
#include <algorithm>
#include <set>

#include "sources/migrations/layouts/numbered.h"
#include "sources/named_database.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

/// The database that a file is for, as gobuffalo/pop names it: `mysql` of 1_what.mysql.up.sql; "" where it is for all.
std::string database_of(const MigrationFile& file) {
  const auto point = file.name.rfind('.');
  const std::string word = point == std::string::npos ? std::string() : file.name.substr(point + 1);
  const bool is_ours = std::find(names_of_postgres.begin(), names_of_postgres.end(), word) != names_of_postgres.end();
  return is_ours || is_name_of_another_database(word) ? word : std::string();
}

NotCompared left_out(const MigrationFile& file) {
  const std::string database = database_of(file);
  const std::string why =
      database.empty() ? "another of its version, for PostgreSQL alone, runs in its place" : "it is written for " + database;
  return {"migration file", why, {remember_file(file.path.string()), 0, 0}, 1, file.path.filename().string()};
}

/// Of a version, the file for PostgreSQL is taken, or the one for all.
void leave_out_other_databases(MigrationList& list) {
  std::set<std::string> written_for_us;
  for (const MigrationFile& file : list.files)
    if (const std::string database = database_of(file); !database.empty() && !is_name_of_another_database(database))
      written_for_us.insert(file.version);
  std::erase_if(list.files, [&](const MigrationFile& file) {
    const std::string database = database_of(file);
    const bool runs = database.empty() ? !written_for_us.contains(file.version) : !is_name_of_another_database(database);
    if (!runs) list.left_out.push_back(left_out(file));
    return !runs;
  });
}

MigrationList list_up_files(const fs::path& path) {
  static const Pattern pattern(R"((\d+)_(.*)\.up\.sql)");
  return list_numbered(path, pattern, ".up.sql");
}

MigrationList list_golang_migrate_folder(const fs::path& path) {
  MigrationList list = list_up_files(path);
  leave_out_other_databases(list);
  return list;
}

bool is_misnamed(const NotCompared& file) { return file.object.ends_with("_up.sql"); }

/// Where other SQL files lie among them it is somebody else's folder.
bool is_golang_migrate_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  MigrationList list = list_up_files(path);
  if (!std::all_of(list.left_out.begin(), list.left_out.end(), is_misnamed)) return false;
  leave_out_other_databases(list);
  return !list.files.empty();
}

}  // namespace

constinit const Layout golang_migrate_layout{"golang-migrate", "1_what.up.sql by number; 1_what.down.sql left out",
                                             is_golang_migrate_folder, list_golang_migrate_folder, RunsIn::message};

}  // namespace pgplumb
