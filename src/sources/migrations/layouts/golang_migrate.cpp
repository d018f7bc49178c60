// golang-migrate: 1_what.up.sql and 1_what.down.sql.
#include "sources/migrations/layouts/numbered.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

MigrationList list_golang_migrate_folder(const fs::path& path) {
  static const std::regex pattern(R"((\d+)_(.*)\.up\.sql)");
  return list_numbered(path, pattern, ".up.sql");
}

bool is_golang_migrate_folder(const fs::path& path) {
  return fs::is_directory(path) && !list_golang_migrate_folder(path).files.empty();
}

}  // namespace

constinit const Layout golang_migrate_layout{"golang-migrate", "1_what.up.sql by number; 1_what.down.sql left out",
                                             "migrate -database \"$DATABASE_URL\" -path PLACE up", is_golang_migrate_folder,
                                             list_golang_migrate_folder};

}  // namespace pgplumb
