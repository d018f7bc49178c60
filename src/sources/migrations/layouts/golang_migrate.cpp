// golang-migrate: 1_what.up.sql and 1_what.down.sql.
#include "sources/migrations/layouts/numbered.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

MigrationList list_golang_migrate_folder(const fs::path& path) {
  static const Pattern pattern(R"((\d+)_(.*)\.up\.sql)");
  return list_numbered(path, pattern, ".up.sql");
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
