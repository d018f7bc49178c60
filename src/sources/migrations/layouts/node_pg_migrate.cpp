// node-pg-migrate: *.sql with `-- Up Migration` and `-- Down Migration` in it, or *.up.sql and *.down.sql.
#include <algorithm>

#include "sources/migrations/layouts/numbered.h"

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
  static const Pattern pattern(R"((?!.*\.down\.sql$)(\d+).*\.sql)");
  MigrationList list = list_numbered(path, pattern, ".sql");
  for (MigrationFile& file : list.files)
    if (file.name.ends_with(".up")) file.name.resize(file.name.size() - 3);
  return list;
}

bool is_node_pg_migrate_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  const bool is_named = is_mentioned_nearby(path, "package.json", "\"node-pg-migrate\"");
  return (is_named && !list_node_pg_migrate_folder(path).files.empty()) || has_up_marks<classify>(path);
}

UpPart cut(const SourceText& file, const MigrationFile&) { return cut_by_lines(file, Line::up, classify); }

}  // namespace

constinit const Layout node_pg_migrate_layout{
    "node-pg-migrate",         "1_what.sql by number; what stands behind `-- Up Migration`",
    is_node_pg_migrate_folder, list_node_pg_migrate_folder,
    RunsIn::transaction,       cut};

}  // namespace pgplumb
