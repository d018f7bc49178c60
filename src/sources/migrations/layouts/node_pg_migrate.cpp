// node-pg-migrate: *.sql with `-- Up Migration` and `-- Down Migration` in it, or *.up.sql and *.down.sql; scripts among them.
#include <algorithm>

#include "sources/migrations/layouts/numbered.h"
#include "sources/migrations/scripts/script_part.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

/// Any number of dashes may stand before the words.
Line classify(std::string_view line) {
  std::string_view says = comment_in(line);
  says.remove_prefix(std::min(says.find_first_not_of("- \t"), says.size()));
  return starts_with_words(says, "up migration") ? Line::up : starts_with_words(says, "down migration") ? Line::down : Line::text;
}

MigrationList list_node_pg_migrate_folder(const fs::path& path) {
  static const Pattern pattern(R"((?!.*(?:\.down\.sql|\.d\.ts|\.test\.\w+|\.spec\.\w+)$)(\d+).*\.(?:sql|[cm]?[jt]s))");
  MigrationList list = list_numbered(path, pattern);
  for (MigrationFile& file : list.files) {
    file.name = file.path.stem().string();
    if (file.name.ends_with(".up")) file.name.resize(file.name.size() - 3);
  }
  return list;
}

/// Of scripts alone the tool is not known for sure: packages of several may be named side by side.
bool has_sql(const MigrationList& list) {
  return std::any_of(list.files.begin(), list.files.end(), [](const MigrationFile& file) { return !is_script(file.path); });
}

bool is_node_pg_migrate_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  const bool is_named = is_mentioned_nearby(path, "package.json", "\"node-pg-migrate\"");
  return (is_named && has_sql(list_node_pg_migrate_folder(path))) || has_up_marks<classify>(path);
}

UpPart cut(const SourceText& file, const MigrationFile& migration) {
  return is_script(migration.path) ? take_from_script(file, migration.path, false) : cut_by_lines(file, Line::up, classify);
}

bool declines_transaction(const SourceText& file, const MigrationFile& migration) {
  return is_script(migration.path) && file.text().find("noTransaction(") != std::string_view::npos;
}

}  // namespace

constinit const Layout node_pg_migrate_layout{"node-pg-migrate",
                                              "1_what.sql by number; what stands behind `-- Up Migration`; the SQL in 1_what.js",
                                              is_node_pg_migrate_folder,
                                              list_node_pg_migrate_folder,
                                              RunsIn::transaction,
                                              cut,
                                              nullptr,
                                              declines_transaction,
                                              is_parted<classify>};

}  // namespace pgplumb
