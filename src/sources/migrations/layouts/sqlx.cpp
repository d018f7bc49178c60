// sqlx: 1_what.sql, or 1_what.up.sql with 1_what.down.sql, in a Rust project.
#include "sources/migrations/layouts/numbered.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

MigrationList list_sqlx_folder(const fs::path& path) {
  static const Pattern pattern(R"((\d+)_((?!.*\.down\.sql$).*)\.sql)");
  MigrationList list = list_numbered(path, pattern, ".sql");
  for (MigrationFile& file : list.files)
    if (file.name.ends_with(".up")) file.name.resize(file.name.size() - 3);
  return list;
}

bool is_sqlx_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  const bool uses_sqlx = !find_nearby(path, "sqlx.toml").empty() || is_mentioned_nearby(path, "Cargo.toml", "sqlx");
  return uses_sqlx && !list_sqlx_folder(path).files.empty();
}

bool declines_transaction(const SourceText& file, const MigrationFile&) { return file.text().starts_with("-- no-transaction"); }

}  // namespace

constinit const Layout sqlx_layout{"sqlx",
                                   "1_what.sql or 1_what.up.sql by number, in a Rust project with sqlx",
                                   is_sqlx_folder,
                                   list_sqlx_folder,
                                   RunsIn::transaction,
                                   nullptr,
                                   nullptr,
                                   declines_transaction};

}  // namespace pgplumb
