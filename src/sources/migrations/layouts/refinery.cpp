// refinery: V1__what.sql and U2__what.sql, where U says that it may be applied out of order.
#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

std::vector<NamedFile> migrations_below(const fs::path& path) {
  static const Pattern pattern(R"([UV](\d+(?:\.\d+)?)__(\w+)\.sql)");
  auto files = matching(files_below(path), pattern);
  sort_by_version(files);
  return files;
}

/// Flyway's files are called the same.
bool is_refinery_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  const bool is_rust = !find_nearby(path, "refinery.toml").empty() || is_mentioned_nearby(path, "Cargo.toml", "refinery");
  return is_rust && !migrations_below(path).empty();
}

MigrationList list_refinery_folder(const fs::path& path) {
  MigrationList list;
  for (const NamedFile& file : migrations_below(path)) list.files.push_back({file.rest, file.path, file.version});
  return list;
}

}  // namespace

constinit const Layout refinery_layout{"refinery", "V1__what.sql and U2__what.sql by version, in a Rust project",
                                       is_refinery_folder, list_refinery_folder, RunsIn::transaction};

}  // namespace pgplumb
