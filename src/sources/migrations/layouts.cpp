#include "sources/migrations/layouts.h"

#include <array>

namespace pgplumb {

std::span<const Layout> layouts() {
  static constexpr std::array rows = {
      Layout{"prisma", "folders with a migration.sql each, in the order of their names", is_prisma_folder, list_prisma_folder},
      Layout{"folder", "*.sql files in natural order of their names, down.sql and *.down.sql left out", is_sql_folder,
             list_sql_folder},
      Layout{"file", "one file: a pg_dump, structure.sql, the output of `alembic upgrade --sql`", is_single_file,
             list_single_file},
  };
  return rows;
}

}  // namespace pgplumb
