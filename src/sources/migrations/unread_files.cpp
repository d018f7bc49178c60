#include "sources/migrations/unread_files.h"

#include <algorithm>
#include <set>

#include "sources/migrations/folder.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

/// 1_a.js, V2__b.java, R__c.kt, Migration20240101.ts; no tests and declarations.
bool looks_like_migration(const std::string& name) {
  static const Pattern numbered(R"((?:\d|[VB]\d|R__|[Mm]igration_?\d).*)"),
      kinds(R"(.*\.(?:sql|sql\.gz|[cm]?[jt]s|py|go|rb|exs|java|kt|groovy|scala|rs|php|cs|sh))"),
      others(R"(.*(?:_test\.go|\.test\.\w+|\.spec\.\w+|\.d\.ts|[._-](?:down|undo|revert)\.\w+))");
  return numbered.matches(name) && kinds.matches(name) && !others.matches(name);
}

/// Names as remember_file() keeps them.
std::set<const std::string*> told_of(const MigrationList& list) {
  std::set<const std::string*> names;
  for (const MigrationFile& file : list.files) names.insert(remember_file(file.path.string()));
  for (const NotCompared& file : list.left_out) names.insert(file.at.file);
  for (const fs::path& file : list.unmentioned) names.insert(remember_file(file.string()));
  return names;
}

std::set<fs::path> folders_of(const fs::path& folder, const MigrationList& list) {
  std::set<fs::path> folders{folder.has_filename() ? folder : folder.parent_path()};
  for (const MigrationFile& file : list.files) folders.insert(file.path.parent_path());
  return folders;
}

}  // namespace

void name_unread_files(const fs::path& folder, MigrationList& list) {
  if (!fs::is_directory(folder)) return;
  const auto told = told_of(list);
  for (const fs::path& inner : folders_of(folder, list))
    for (const fs::path& file : files_in(inner)) {
      const std::string name = file.filename().string();
      const std::string* remembered = remember_file(file.string());
      if (told.contains(remembered) || !looks_like_migration(name)) continue;
      const char* why = name.ends_with(".sql") ? "its tool runs no file of this name by itself" : "it is no SQL, and not read";
      list.left_out.push_back({"migration file", why, {remembered, 0, 0}, 1, name});
    }
}

}  // namespace pgplumb
