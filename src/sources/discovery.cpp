#include "sources/discovery.h"

#include <pgplumb/error.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <vector>

#include "sources/dotenv.h"
#include "sources/migrations/migrations.h"
#include "sources/named_database.h"
#include "sources/prisma/prisma.h"
#include "sources/prisma_config.h"
#include "sources/prisma_folder.h"

namespace pgplumb {

namespace {

namespace fs = std::filesystem;

/// Where Prisma itself looks when nothing is configured, in its order.
constexpr std::array usual_schemas{"schema.prisma", "prisma/schema.prisma", "prisma/schema", "prisma"};

/// Where tools keep SQL migrations unless told otherwise.
constexpr std::array usual_migrations{
    "prisma/migrations",
    "supabase/migrations",
    "db/migrations",
    "db/migration",
    "database/migrations",
    "sql/migrations",
    "migrations",
    "priv/repo/migrations",
    "drizzle",
    "src/main/resources/db/migration",
    "alembic",
    "hasura/migrations",
    "src/main/resources/db/changelog",
};
/// Dumps that stand for histories which are no SQL.
constexpr std::array usual_dumps{"db/structure.sql", "priv/repo/structure.sql"};

/// Folders that hold no project of one's own.
constexpr std::array passed_over{"node_modules", "build", "dist", "target", "vendor", "out", "tmp", "venv", "__pycache__"};
constexpr int deepest = 4;

struct Project {
  fs::path folder;
  fs::path model;  ///< empty for none
  std::set<fs::path> migrations;
  bool empty() const { return model.empty() && migrations.empty(); }
};

/// `relative` below `folder`, as a user of this folder would write it.
fs::path below(const fs::path& folder, const fs::path& relative) { return (folder / relative).lexically_normal(); }

bool is_folder(const fs::path& path) {
  std::error_code unreadable;
  return fs::is_directory(path, unreadable);
}

bool is_schema(const fs::path& path) {
  if (is_folder(path)) return holds_prisma_schema(path);
  std::error_code unreadable;
  return path.extension() == ".prisma" && fs::exists(path, unreadable);
}

bool has_file(const fs::path& folder, const char* name) {
  std::error_code unreadable;
  return fs::is_regular_file(below(folder, name), unreadable);
}

fs::path find_model(const fs::path& folder, const PrismaConfig& config) {
  if (!config.schema.empty()) return below(folder, config.schema);
  for (const char* usual : usual_schemas)
    if (const fs::path path = below(folder, usual); is_schema(path)) return path;
  return {};
}

/// Beside the schema, where Prisma puts them.
std::vector<fs::path> migrations_beside(const fs::path& model) {
  if (model.empty()) return {};
  if (!is_folder(model)) return {below(model.parent_path(), "migrations")};
  return {below(model, "migrations"), below(model, "../migrations")};
}

/// The folder, or the one for PostgreSQL in it; empty where neither holds migrations.
fs::path migrations_in(const fs::path& candidate) {
  if (!is_folder(candidate)) return {};
  for (const char* ours : names_of_postgres)
    if (const fs::path inner = candidate / ours; is_folder(inner) && is_migrations_folder(inner.string())) return inner;
  return is_migrations_folder(candidate.string()) ? candidate : fs::path();
}

/// sqitch.conf says where the plan is, which must then not be found twice.
bool is_sqitch_project(const fs::path& folder) {
  return has_file(folder, "sqitch.conf") && is_migrations_folder(below(folder, ".").string());
}

std::set<fs::path> find_migrations(const fs::path& folder, const PrismaConfig& config, const fs::path& model) {
  if (!config.migrations.empty()) return {below(folder, config.migrations)};
  std::vector<fs::path> candidates = migrations_beside(model);
  for (const char* usual : usual_migrations) candidates.push_back(below(folder, usual));
  std::set<fs::path> found;
  for (const fs::path& candidate : candidates)
    if (const fs::path migrations = migrations_in(candidate); !migrations.empty()) found.insert(migrations);
  if (is_sqitch_project(folder)) std::erase_if(found, [](const fs::path& path) { return has_file(path, "sqitch.plan"); });
  if (has_file(folder, "sqitch.plan") || is_sqitch_project(folder)) found.insert(folder.empty() ? fs::path(".") : folder);
  for (const char* usual : usual_dumps)
    if (found.empty() && has_file(folder, usual)) found.insert(below(folder, usual));
  return found;
}

Project project_in(const fs::path& folder) {
  const PrismaConfig config = find_prisma_config(folder);
  Project project{folder, find_model(folder, config), {}};
  project.migrations = find_migrations(folder, config, project.model);
  return project;
}

bool is_passed_over(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name.starts_with('.') || std::find(passed_over.begin(), passed_over.end(), name) != passed_over.end();
}

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code unreadable;
  const auto start = folder.empty() ? fs::path(".") : folder;
  for (const auto& entry : fs::directory_iterator(start, fs::directory_options::skip_permission_denied, unreadable))
    if (entry.is_directory(unreadable) && !entry.is_symlink(unreadable) && !is_passed_over(entry.path()))
      folders.push_back(below(folder, entry.path().filename()));
  std::sort(folders.begin(), folders.end());
  return folders;
}

/// The folder's own project, else those below it; not looked for inside of one another.
void collect_projects(const fs::path& folder, int depth, std::vector<Project>& projects) {
  Project project = project_in(folder);
  if (!project.empty()) {
    projects.push_back(std::move(project));
  } else if (depth < deepest) {
    for (const fs::path& inner : folders_in(folder)) collect_projects(inner, depth + 1, projects);
  }
}

void leave_out_other_databases(std::vector<Project>& projects) {
  const auto is_for_another = [](const Project& project) {
    return project.model.empty() && std::all_of(project.migrations.begin(), project.migrations.end(),
                                                [](const fs::path& path) { return names_another_database(path.string()); });
  };
  std::erase_if(projects, is_for_another);
}

[[noreturn]] void refuse_several(const std::string& what, const std::vector<fs::path>& found, const std::string& hint) {
  std::string list;
  for (const fs::path& path : found) list += (list.empty() ? "" : ", ") + path.string();
  throw Error("several " + what + " are found here: " + list, {}, hint);
}

Project only_project(const fs::path& folder) {
  std::vector<Project> projects;
  collect_projects(folder, 0, projects);
  leave_out_other_databases(projects);
  if (projects.empty()) return {folder, {}, {}};
  if (projects.size() == 1) return projects.front();
  std::vector<fs::path> places;
  for (const Project& project : projects) places.push_back(project.model.empty() ? *project.migrations.begin() : project.model);
  refuse_several("projects", places, "go into the folder of one, or name it with --model and --migrations");
}

SourceRequest found(Role role, const std::string& place) { return {role, recognise_place(place), {}}; }
SourceRequest missing(Role role, std::string because) { return {role, std::nullopt, std::move(because)}; }

SourceRequest request_migrations(const Project& project) {
  if (project.migrations.empty()) return missing(Role::migrations, "none found");
  if (project.migrations.size() > 1)
    refuse_several("folders of migrations", {project.migrations.begin(), project.migrations.end()},
                   "choose one with --migrations");
  const std::string folder = project.migrations.begin()->string();
  if (!fs::exists(folder)) throw Error(folder + ", which the Prisma config names, is not there");
  return found(Role::migrations, folder);
}

std::string environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value ? value : "";
}

/// The folder itself written out, for paths must not be empty; relative to where we are.
fs::path written_relative(const fs::path& folder) {
  return folder.lexically_normal() == fs::current_path().lexically_normal() ? fs::path() : folder;
}

/// .env files of a project, the one beside the schema first, as Prisma reads them.
std::vector<fs::path> dotenv_files(const Place* model, const fs::path& folder) {
  std::vector<fs::path> files;
  if (model) {
    const fs::path path(model->text);
    files.push_back((is_folder(path) ? path : path.parent_path()) / ".env");
    files.push_back((is_folder(path) ? path : path.parent_path()) / "../.env");
  }
  files.push_back(folder / ".env");
  return files;
}

std::string url_in_dotenv(const std::string& name, const std::vector<fs::path>& files) {
  for (const fs::path& file : files) {
    const auto variables = read_dotenv_file(file);
    if (const auto variable = variables.find(name); variable != variables.end() && !variable->second.empty())
      return variable->second;
  }
  return {};
}

struct NamedUrl {
  std::string variable;
  std::string url;  ///< written out in the schema; "" else
};

NamedUrl url_of_project(const Place* model, const fs::path& folder) {
  NamedUrl named;
  if (model && model->type == PlaceType::prisma)
    if (const auto datasource = read_datasource(model->text)) named = {datasource->url_env, datasource->url};
  if (named.variable.empty()) named.variable = find_prisma_config(folder).url_variable;
  if (named.variable.empty()) named.variable = "DATABASE_URL";
  return named;
}

/// A database that nobody named on the command line: what is wrong with its URL says where that stands.
SourceRequest found_url(const std::string& url, const std::string& where) {
  try {
    return found(Role::database, url);
  } catch (const Error& error) {
    throw Error(where + ": " + error.message(), error.at(), error.hint());
  }
}

}  // namespace

SourceRequest discover_database(const Place* model, const fs::path& folder) {
  if (const char* url = std::getenv("DATABASE_URL")) return found_url(url, "DATABASE_URL");
  const NamedUrl named = url_of_project(model, folder);
  if (!named.url.empty()) return found_url(named.url, "the schema's url");
  if (const std::string url = environment(named.variable); !url.empty()) return found_url(url, named.variable);
  if (const std::string url = url_in_dotenv(named.variable, dotenv_files(model, folder)); !url.empty())
    return found_url(url, named.variable + " in .env");
  return missing(Role::database, named.variable + " is not set");
}

Discovered discover(const fs::path& folder) {
  const Project project = only_project(written_relative(folder));
  SourceRequest model = project.model.empty() ? missing(Role::model, "none found") : found(Role::model, project.model.string());
  SourceRequest migrations = request_migrations(project);
  SourceRequest database = discover_database(model.place ? &*model.place : nullptr, project.folder);
  return {std::move(model), std::move(migrations), std::move(database)};
}

}  // namespace pgplumb
