// db-migrate for Node: 20240101-what.js, each of which reads sqls/20240101-what-up.sql, or holds SQL itself.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "sources/migrations/layouts/numbered.h"
#include "sources/migrations/scripts/script_part.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view folder_of_sql = "sqls";

/// The files of sqls/ that a script names as its way up, and that are there.
std::vector<fs::path> files_read(const fs::path& script) {
  static const Pattern named(R"(['"`/]([^'"`/\n]+-up\.sql)['"`])");
  const auto text = text_of(script);
  std::vector<fs::path> files;
  for (const auto& groups : named.find_all(*text)) {
    const fs::path file = script.parent_path() / folder_of_sql / std::string(groups[1]);
    if (fs::exists(file)) files.push_back(file);
  }
  return files;
}

std::vector<NamedFile> scripts_in(const fs::path& path) {
  std::vector<NamedFile> scripts = numbered_programs(path);
  sort_by_version(scripts);
  return scripts;
}

/// No script reads them.
std::vector<NotCompared> left_out(const fs::path& path, const std::set<fs::path>& read) {
  std::vector<NotCompared> left_out;
  for (const fs::path& file : up_scripts_of_sql(path / folder_of_sql))
    if (!read.contains(file))
      left_out.push_back({"migration file",
                          "no script reads it",
                          {remember_file(file.string()), 0, 0},
                          1,
                          std::string(folder_of_sql) + "/" + file.filename().string()});
  return left_out;
}

MigrationList list_db_migrate_folder(const fs::path& path) {
  MigrationList list;
  std::set<fs::path> read;
  for (const NamedFile& script : scripts_in(path)) {
    std::vector<fs::path> files = files_read(script.path);
    read.insert(files.begin(), files.end());
    if (files.empty())
      files.push_back(script.path);
    else
      list.unmentioned.push_back(script.path);
    for (fs::path& file : files) list.files.push_back({script.path.stem().string(), std::move(file), script.version});
  }
  list.left_out = left_out(path, read);
  return list;
}

bool is_db_migrate_folder(const fs::path& path) {
  if (!fs::is_directory(path / folder_of_sql)) return false;
  const std::vector<NamedFile> scripts = scripts_in(path);
  return std::any_of(scripts.begin(), scripts.end(), [](const NamedFile& script) { return !files_read(script.path).empty(); });
}

UpPart cut(const SourceText& file, const MigrationFile& migration) {
  return is_script(migration.path) ? take_from_script(file, migration.path, false) : take_whole(file);
}

/// What all environments of database.json have as their `schema`: the tool sets the search_path to it.
std::string configured_schema(const fs::path& folder, const ReadOptions&) {
  const fs::path file = find_nearby(folder, "database.json");
  const auto configuration = nlohmann::json::parse(file.empty() ? "{}" : *text_of(file), nullptr, false);
  if (!configuration.is_object()) return {};
  std::set<std::string> schemas;
  for (const auto& environment : configuration)
    if (environment.is_object() && environment.contains("schema") && environment["schema"].is_string())
      schemas.insert(environment["schema"].get<std::string>());
  return schemas.size() == 1 ? *schemas.begin() : std::string();
}

}  // namespace

constinit const Layout db_migrate_layout{
    .name = "db-migrate",
    .help = "1_what.js by number: the sqls/1_what-up.sql that it reads, or the SQL in it",
    .recognise = is_db_migrate_folder,
    .list = list_db_migrate_folder,
    .runs_in = RunsIn::transaction,
    .cut = cut,
    .schema = configured_schema,
};

}  // namespace pgplumb
