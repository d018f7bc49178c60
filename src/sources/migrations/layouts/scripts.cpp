// SQL in programs: one script that alters what the program itself created, or a folder of numbered ones.
#include <algorithm>

#include "sources/migrations/layouts/numbered.h"
#include "sources/migrations/scripts/language.h"
#include "sources/migrations/scripts/script_part.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

bool is_in(const fs::path& path, std::string_view language) {
  const scripts::Language* found = fs::is_regular_file(path) ? scripts::language_of(path.extension().string()) : nullptr;
  return found && found->name == language;
}
bool is_python(const fs::path& path) { return is_in(path, "python"); }
bool is_javascript(const fs::path& path) { return is_in(path, "javascript"); }
bool is_go(const fs::path& path) { return is_in(path, "go"); }

MigrationList list_script(const fs::path& path) { return {{{path.filename().string(), path}}}; }

UpPart cut_script(const SourceText& text, const MigrationFile& file) { return take_from_script(text, file.path, true); }

/// SQL files may lie among them, which the scripts run themselves.
bool is_scripts_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  const auto programs = numbered_programs(path);
  return programs.size() > up_scripts_of_sql(path).size() &&
         std::any_of(programs.begin(), programs.end(), [](const NamedFile& program) { return holds_sql(program.path); });
}

/// Knex, Sequelize and their like take files by their names: 202401021530_b.js, written to the minute, comes before
/// 20240103_c.js. Shorter numbers count, for there are tools that go by those.
void sort_moments_as_texts(std::vector<NamedFile>& programs) {
  constexpr std::size_t date = 8;
  const bool are_moments = std::all_of(programs.begin(), programs.end(), [](const NamedFile& program) {
    return is_javascript(program.path) && program.version.size() >= date;
  });
  if (!are_moments) return;
  std::sort(programs.begin(), programs.end(),
            [](const NamedFile& a, const NamedFile& b) { return a.path.filename().string() < b.path.filename().string(); });
}

MigrationList list_scripts_folder(const fs::path& path) {
  MigrationList list;
  auto programs = numbered_programs(path);
  sort_moments_as_texts(programs);
  for (const NamedFile& program : programs) list.files.push_back({program.path.stem().string(), program.path, program.version});
  list.doubtful = up_scripts_of_sql(path);
  for (const fs::path& file : list.doubtful)
    list.left_out.push_back({"migration file",
                             "whether a script runs it is not known; --layout folder reads the SQL files instead",
                             {remember_file(file.string()), 0, 0},
                             1,
                             file.filename().string()});
  return list;
}

UpPart cut_one_of_many(const SourceText& text, const MigrationFile& file) { return take_from_script(text, file.path, false); }

}  // namespace

constinit const Layout python_layout{
    "python", "one Python script: the SQL in its strings", is_python, list_script, RunsIn::unknown, cut_script};

constinit const Layout javascript_layout{"javascript",    "one script of JavaScript or TypeScript: the SQL in its strings",
                                         is_javascript,   list_script,
                                         RunsIn::unknown, cut_script};

constinit const Layout go_layout{"go", "one file of Go: the SQL in its strings", is_go, list_script, RunsIn::unknown, cut_script};

constinit const Layout scripts_layout{
    "scripts",         "numbered scripts of Python, JavaScript, TypeScript or Go: the SQL in their strings",
    is_scripts_folder, list_scripts_folder,
    RunsIn::unknown,   cut_one_of_many};

}  // namespace pgplumb
