// Recognising a bare place by what it is.
#include <pgplumb/error.h>
#include <pgplumb/sources/snapshot.h>
#include <pgplumb/sources/source.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "sources/database/url.h"
#include "sources/git/revision.h"
#include "sources/migrations/migrations.h"
#include "sources/migrations/scripts/schema_builder.h"
#include "sources/migrations/scripts/script_part.h"
#include "sources/prisma_folder.h"

namespace pgplumb {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view what_is_read =
    "a place is a .prisma file or a folder of them, a folder of migrations, a .sql file, a script of Python, JavaScript, "
    "TypeScript or Go, a snapshot, - for standard input, or a postgresql:// URL";

Place database_place(const std::string& url) { return {PlaceType::database, url, read_database_url(url).display()}; }

/// env:NAME keeps a URL off the command line.
Place place_in_environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (!value) throw Error(name + " is not set", {}, "env:" + name + " reads the database's URL from that variable");
  return database_place(value);
}

struct FileType {
  std::string_view extension;
  PlaceType type;
};
constexpr auto file_types = std::to_array<FileType>({{".prisma", PlaceType::prisma},
                                                     {".sql", PlaceType::sql},
                                                     {".psql", PlaceType::sql},
                                                     {".pgsql", PlaceType::sql},
                                                     {".ddl", PlaceType::sql},
                                                     {".json", PlaceType::snapshot}});

Place file_place(const std::string& text) {
  if (is_script(text)) return {PlaceType::migrations, text, text};
  const std::string extension = fs::path(text).extension().string();
  const auto found =
      std::find_if(file_types.begin(), file_types.end(), [&](const FileType& row) { return row.extension == extension; });
  const bool is_other_json = found != file_types.end() && found->type == PlaceType::snapshot && !role_of_snapshot(text);
  if (found == file_types.end() || is_other_json)
    throw Error(text + " is nothing that pgplumb reads", {}, std::string(what_is_read));
  return {found->type, text, text};
}

/// Of no layout: what order such files have among one another is not known.
std::size_t sql_files_below(const fs::path& folder) {
  std::error_code unreadable;
  const auto all = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, unreadable);
  return static_cast<std::size_t>(
      std::count_if(begin(all), end(all), [](const fs::directory_entry& entry) { return entry.path().extension() == ".sql"; }));
}

Place folder_place(const std::string& text) {
  if (holds_prisma_schema(text)) return {PlaceType::prisma, text, text};
  if (is_migrations_folder(text)) return {PlaceType::migrations, text, text};
  if (const std::string tool(schema_builder_of(text)); !tool.empty())
    throw Error(text + " holds scripts for the schema builder of " + tool +
                    ", which is not read: there is no SQL in them, and nothing was compared",
                {},
                "let " + tool +
                    " migrate an empty database, and give what it made: pgplumb snapshot URL > made.json, or pg_dump "
                    "--schema-only > made.sql");
  const std::size_t below = sql_files_below(text);
  if (below > 0)
    throw Error(text + " holds SQL in folders below only (" + std::to_string(below) + (below == 1 ? " file" : " files") +
                    "), and nothing says in which order they run",
                {},
                "name one of these folders, or give them in their order on standard input: cat … | pgplumb check --migrations -");
  throw Error(text + " holds neither a Prisma schema nor SQL migrations", {}, std::string(what_is_read));
}

[[noreturn]] void not_there(const std::string& text) {
  const fs::path path(text);
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::vector<std::string> beside;
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(folder, unreadable)) beside.push_back(entry.path().filename().string());
  const std::string nearest = nearest_name(path.filename().string(), beside);
  throw Error(text + ": there is no such file or folder", {},
              nearest.empty() ? std::string(what_is_read) : "did you mean " + (path.parent_path() / nearest).string() + "?");
}

}  // namespace

Place recognise_place(const std::string& text) {
  constexpr std::string_view environment = "env:";
  std::error_code unreadable;
  if (text == "-") return {PlaceType::standard_input, text, "standard input"};
  if (text.starts_with(environment)) return place_in_environment(text.substr(environment.size()));
  if (is_in_git(text)) {
    Place place = recognise_place(check_out(text));
    place.display = text;
    return place;
  }
  if (fs::is_directory(text, unreadable)) return folder_place(text);
  if (fs::exists(text, unreadable)) return file_place(text);
  const bool is_url = text.empty() || is_database_url(text) || text.find_first_of("\"'`") == 0;
  if (is_url) return database_place(text);
  not_there(text);
}

Place recognise_place(const std::string& text, const std::string& layout) {
  std::error_code unreadable;
  const bool is_laid_out = !layout.empty() && fs::is_directory(text, unreadable) && !holds_prisma_schema(text);
  return is_laid_out ? Place{PlaceType::migrations, text, text} : recognise_place(text);
}

Place recognise_migrations(const std::string& text, const std::string& layout) {
  std::error_code unreadable;
  const bool is_path = text != "-" && fs::exists(text, unreadable);
  return !layout.empty() && is_path ? Place{PlaceType::migrations, text, text} : recognise_place(text);
}

}  // namespace pgplumb
