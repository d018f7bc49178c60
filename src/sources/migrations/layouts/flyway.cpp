// Flyway: V1_2__what.sql, R__what.sql, B3__what.sql, beforeMigrate.sql, in folders below as well.
#include <algorithm>
#include <initializer_list>

#include "history/natural_order.h"
#include "sources/migrations/layouts/numbered.h"
#include "sources/migrations/placeholders.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

const Pattern& versioned() {
  static const Pattern pattern(R"(V(\d+(?:[._]\d+)*)__(.*)\.sql)");
  return pattern;
}
const Pattern& repeatable() {
  static const Pattern pattern(R"(R()__(.*)\.sql)");
  return pattern;
}
const Pattern& baseline() {
  static const Pattern pattern(R"(B(\d+(?:[._]\d+)*)__(.*)\.sql)");
  return pattern;
}

/// Callbacks are named after an event.
const Pattern& callback() {
  static const Pattern pattern(R"((createSchema|(?:before|after)[A-Z][A-Za-z]*)(|__.*)\.sql)");
  return pattern;
}

/// 1_2 and 1.2.0 are 1.2, as Flyway's MigrationVersion has it.
std::string normal_version(std::string version) {
  std::replace(version.begin(), version.end(), '_', '.');
  while (version.ends_with(".0")) version.resize(version.size() - 2);
  return version;
}

std::vector<NamedFile> with_versions(std::vector<NamedFile> files) {
  for (NamedFile& file : files) file.version = normal_version(file.version);
  sort_by_version(files);
  return files;
}

bool is_flyway_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  const auto files = files_below(path);
  return !matching(files, versioned()).empty() || !matching(files, baseline()).empty();
}

bool by_rest(const NamedFile& a, const NamedFile& b) { return a.rest < b.rest; }

/// Those that run with every `flyway migrate`, in the order of what stands behind the event's name.
void append_callbacks(MigrationList& list, std::vector<NamedFile> callbacks, std::initializer_list<std::string_view> events) {
  std::stable_sort(callbacks.begin(), callbacks.end(), by_rest);
  for (const std::string_view event : events)
    for (const NamedFile& file : callbacks)
      if (file.version == event) list.files.push_back({file.path.filename().string(), file.path});
}

/// Those of other commands change nothing here; those that run around each migration may.
void leave_out_callbacks(MigrationList& list, const std::vector<NamedFile>& callbacks) {
  static const Pattern of_each(R"((?:before|after)(?:Each|Version|Repeatable|Connect).*)");
  for (const NamedFile& file : callbacks) {
    if (!of_each.matches(file.version)) continue;
    list.left_out.push_back({"callback",
                             "what runs around single migrations is not followed",
                             {remember_file(file.path.string()), 0, 0},
                             1,
                             file.path.filename().string()});
    list.doubtful.push_back(file.path);
  }
}

MigrationList list_flyway_folder(const fs::path& path) {
  MigrationList list;
  const auto append = [&](const NamedFile& file) {
    list.files.push_back({file.path.filename().string(), file.path, file.version});
  };
  const auto files = files_below(path);
  const auto callbacks = matching(files, callback());
  append_callbacks(list, callbacks, {"createSchema", "beforeMigrate"});
  // An empty database gets the newest baseline, and what is newer than it.
  auto older = with_versions(matching(files, baseline()));
  const std::string newest = older.empty() ? "" : older.back().version;
  if (!older.empty()) append(older.back()), older.pop_back();
  for (const NamedFile& file : with_versions(matching(files, versioned())))
    if (newest.empty() || natural_less(newest, file.version))
      append(file);
    else
      older.push_back(file);
  for (const NamedFile& file : older) list.unmentioned.push_back(file.path);
  auto last = matching(files, repeatable());
  std::stable_sort(last.begin(), last.end(), by_rest);
  for (const NamedFile& file : last) append(file);
  append_callbacks(list, callbacks, {"afterMigrateApplied", "afterMigrate"});
  static const Pattern names(R"((?:(?:[VBU]\d.*|R)__.*|createSchema.*|(?:before|after)[A-Z].*)\.sql)");
  auto others = files;
  std::erase_if(others, [](const fs::path& file) { return names.matches(file.filename().string()); });
  list.left_out = passed_over(others);
  leave_out_callbacks(list, callbacks);
  return list;
}

/// What `flyway.KEY=value` says in a flyway.conf in the folder or above it: by KEY, for those that begin so.
PlaceholderValues configured(const fs::path& folder, std::string_view keys) {
  const std::string key = "flyway." + std::string(keys);
  PlaceholderValues values;
  const fs::path file = find_nearby(folder, "flyway.conf");
  const std::string text = file.empty() ? "" : read_sql_file(file);
  for_each_line(text, [&](std::string_view line, std::size_t) {
    line = trimmed(line);
    const std::size_t equals = line.find('=');
    if (line.starts_with(key) && equals != std::string_view::npos)
      values[std::string(trimmed(line.substr(key.size(), equals - key.size())))] = trimmed(line.substr(equals + 1));
  });
  return values;
}

/// `flyway.defaultSchema`, or else the first of `flyway.schemas`: Flyway makes it, and puts it before the search_path.
std::string configured_schema(const fs::path& folder, const ReadOptions&) {
  if (const auto named = configured(folder, "defaultSchema"); !named.empty()) return named.begin()->second;
  const auto schemas = configured(folder, "schemas");
  if (schemas.empty()) return {};
  const std::string_view list = schemas.begin()->second;
  return std::string(trimmed(list.substr(0, list.find(','))));
}

UpPart cut_flyway(const SourceText& text, const MigrationFile& file) {
  UpPart part = take_whole(text);
  resolve_placeholders(part, dollar_braces(), configured(file.path.parent_path(), "placeholders."));
  return part;
}

/// `executeInTransaction=false` in the file's own V1__what.sql.conf.
bool declines_transaction(const SourceText&, const MigrationFile& migration) {
  static const Pattern declines(R"((?:^|\n)\s*executeInTransaction\s*=\s*false)");
  const fs::path configuration = migration.path.string() + ".conf";
  return fs::exists(configuration) && declines.is_in(read_sql_file(configuration));
}

}  // namespace

constinit const Layout flyway_layout{
    .name = "flyway",
    .help = "V1_2__what.sql by version, then R__what.sql; of B1__what.sql the newest",
    .recognise = is_flyway_folder,
    .list = list_flyway_folder,
    .runs_in = RunsIn::transaction_by_statement,
    .cut = cut_flyway,
    .declines_transaction = declines_transaction,
    .schema = configured_schema,
};

}  // namespace pgplumb
