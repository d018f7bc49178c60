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

/// Of a version, the file for PostgreSQL, or the one for all.
void leave_out_other_databases(MigrationList& list) {
  std::set<std::string> written_for_us;
  for (const MigrationFile& file : list.files)
    if (const std::string database = database_of(file); !database.empty() && !is_name_of_another_database(database))
      written_for_us.insert(file.version);
  std::erase_if(list.files, [&](const MigrationFile& file) {
    const std::string database = database_of(file);
    return is_name_of_another_database(database) || (database.empty() && written_for_us.contains(file.version));
  });
}

MigrationList list_golang_migrate_folder(const fs::path& path) {
  static const Pattern pattern(R"((\d+)_(.*)\.up\.sql)");
  MigrationList list = list_numbered(path, pattern, ".up.sql");
  leave_out_other_databases(list);
  return list;
}

/// Where other SQL files lie among them it is somebody else's folder.
bool is_golang_migrate_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  const MigrationList list = list_golang_migrate_folder(path);
  return !list.files.empty() && list.left_out.empty();
}

}  // namespace

constinit const Layout golang_migrate_layout{"golang-migrate", "1_what.up.sql by number; 1_what.down.sql left out",
                                             is_golang_migrate_folder, list_golang_migrate_folder};

}  // namespace pgplumb
