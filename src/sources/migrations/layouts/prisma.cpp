// prisma/migrations: NAME/migration.sql and migration_lock.toml.
#include <pgplumb/error.h>

#include <algorithm>
#include <fstream>

#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

constexpr const char* lock_file = "migration_lock.toml";
constexpr const char* migration_file = "migration.sql";

/// The quoted value of `provider = "…"`; "" for any other line.
std::string provider_in(const std::string& line) {
  const auto first = line.find_first_not_of(" \t");
  if (first == std::string::npos || line.compare(first, 8, "provider") != 0) return {};
  const auto open = line.find('"'), close = line.rfind('"');
  return open < close ? line.substr(open + 1, close - open - 1) : std::string();
}

void require_postgresql(const fs::path& lock) {
  std::ifstream file(lock);
  std::string line;
  for (std::uint32_t number = 1; std::getline(file, line); ++number) {
    const std::string provider = provider_in(line);
    if (!provider.empty() && provider != "postgresql" && provider != "postgres")
      throw Error("these migrations are for \"" + provider + "\"", {remember_file(lock.string()), number, 0},
                  "pgplumb reads PostgreSQL only");
  }
}

bool is_prisma_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  if (fs::exists(path / lock_file)) return true;
  const auto folders = folders_in(path);
  return std::any_of(folders.begin(), folders.end(), [](const fs::path& folder) { return fs::exists(folder / migration_file); });
}

MigrationList list_prisma_folder(const fs::path& path) {
  require_postgresql(path / lock_file);
  MigrationList list;
  for (const fs::path& folder : folders_in(path)) {
    if (fs::exists(folder / migration_file))
      list.files.push_back({folder.filename().string(), folder / migration_file});
    else
      list.left_out.push_back({"migration folder",
                               "it has no migration.sql; `prisma migrate` stops here with P3015",
                               {remember_file(folder.string()), 0, 0},
                               1,
                               folder.filename().string()});
  }
  return list;
}

/// Prisma sets the search_path of its connections to it, whatever the database says.
std::string schema_of_url(const fs::path&, const ReadOptions& options) { return options.default_schema; }

}  // namespace

constinit const Layout prisma_layout{.name = "prisma",
                                     .help = "folders with a migration.sql each, in the order of their names",
                                     .recognise = is_prisma_folder,
                                     .list = list_prisma_folder,
                                     .runs_in = RunsIn::message,
                                     .schema = schema_of_url};

}  // namespace pgplumb
