#include "sources/prisma_folder.h"

#include <algorithm>

namespace pgplumb {

bool holds_prisma_schema(const std::filesystem::path& folder) {
  constexpr int deepest = 3;
  std::error_code unreadable;
  std::filesystem::recursive_directory_iterator entries(folder, std::filesystem::directory_options::skip_permission_denied,
                                                        unreadable);
  for (auto entry = begin(entries); entry != end(entries); entry.increment(unreadable)) {
    if (entry->path().extension() == ".prisma" && !is_kept_by_migration(entry->path())) return true;
    const bool passed_over = entry.depth() == deepest || entry->path().filename() == "node_modules";
    if (passed_over) entry.disable_recursion_pending();
  }
  return false;
}

bool is_kept_by_migration(const std::filesystem::path& file) {
  std::error_code unreadable;
  return std::filesystem::exists(file.parent_path() / "migration.sql", unreadable);
}

}  // namespace pgplumb
