// A plain folder of SQL files.
#include "sources/migrations/layouts/numbered.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

bool is_sql_folder(const fs::path& path) { return fs::is_directory(path) && !up_scripts_of_sql(path).empty(); }

MigrationList list_sql_folder(const fs::path& path) {
  MigrationList list;
  for (const fs::path& script : up_scripts_of_sql(path)) list.files.push_back({script.filename().string(), script});
  for (const NamedFile& program : numbered_programs(path))
    list.left_out.push_back({"migration file",
                             "it is a script, and most files here are SQL; --layout scripts reads the scripts instead",
                             {remember_file(program.path.string()), 0, 0},
                             1,
                             program.path.filename().string()});
  return list;
}

}  // namespace

constinit const Layout folder_layout{"folder", "*.sql files in natural order of their names, down.sql and *.down.sql left out",
                                     is_sql_folder, list_sql_folder, RunsIn::unknown};

}  // namespace pgplumb
