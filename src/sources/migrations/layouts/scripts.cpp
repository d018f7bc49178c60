// SQL in programs: one script that alters what the program itself created, or a folder of numbered ones.
#include <algorithm>

#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"
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

/// Files that begin with a number, and are no tests or declarations.
std::vector<NamedFile> scripts_in(const fs::path& path) {
  static const Pattern pattern(R"((?!.*(?:_test\.go|\.test\.\w+|\.spec\.\w+|\.d\.ts)$)\D{0,12}(\d+).*)");
  std::vector<fs::path> files = files_in(path);
  std::erase_if(files, [](const fs::path& file) { return !is_script(file); });
  return matching(files, pattern);
}

bool is_scripts_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  const auto files = scripts_in(path);
  return std::any_of(files.begin(), files.end(), [](const NamedFile& file) { return holds_sql(file.path); });
}

MigrationList list_scripts_folder(const fs::path& path) {
  MigrationList list;
  for (const NamedFile& file : scripts_in(path)) list.files.push_back({file.path.stem().string(), file.path, file.version});
  return list;
}

UpPart cut_one_of_many(const SourceText& text, const MigrationFile& file) { return take_from_script(text, file.path, false); }

}  // namespace

constinit const Layout python_layout{"python", "one Python script: the SQL in its strings", is_python, list_script, cut_script};

constinit const Layout javascript_layout{"javascript", "one script of JavaScript or TypeScript: the SQL in its strings",
                                         is_javascript, list_script, cut_script};

constinit const Layout go_layout{"go", "one file of Go: the SQL in its strings", is_go, list_script, cut_script};

constinit const Layout scripts_layout{"scripts",
                                      "numbered scripts of Python, JavaScript, TypeScript or Go: the SQL in their strings",
                                      is_scripts_folder, list_scripts_folder, cut_one_of_many};

}  // namespace pgplumb
