// A plain folder of SQL files.
#include "sources/migrations/folder.h"

#include <algorithm>

#include "sources/migrations/layouts.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

bool is_up_script(const fs::path& path) {
  static const Pattern sql(R"(.*\.sql)", Pattern::Letters::of_either_case),
      down(R"((?:.*\.)?(?:down|undo|revert)\.sql)", Pattern::Letters::of_either_case);
  const std::string name = path.filename().string();
  return sql.matches(name) && !down.matches(name);
}

bool is_sql_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  const auto files = files_in(path);
  return std::any_of(files.begin(), files.end(), is_up_script);
}

MigrationList list_sql_folder(const fs::path& path) {
  MigrationList list;
  for (const fs::path& script : files_in(path))
    if (is_up_script(script)) list.files.push_back({script.filename().string(), script});
  return list;
}

}  // namespace

constinit const Layout folder_layout{"folder", "*.sql files in natural order of their names, down.sql and *.down.sql left out",
                                     is_sql_folder, list_sql_folder};

}  // namespace pgplumb
