// graphile-migrate: committed/000001-what.sql, then current.sql or current/*.sql.
#include "sources/migrations/layouts/numbered.h"
#include "sources/migrations/placeholders.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

bool is_graphile_migrate_folder(const fs::path& path) {
  return fs::is_directory(path / "committed") && (fs::exists(path / "current.sql") || fs::exists(path / "current") ||
                                                  !find_nearby(path, ".gmrc").empty() || !find_nearby(path, ".gmrc.js").empty());
}

MigrationList list_graphile_migrate_folder(const fs::path& path) {
  static const std::regex committed(R"((\d+)(?:-[-_a-zA-Z0-9]*)?\.sql)"), current(R"((\d*).*\.sql)");
  MigrationList list;
  if (fs::is_directory(path / "committed")) list = list_numbered(path / "committed", committed);
  if (fs::exists(path / "current.sql")) list.files.push_back({"current.sql", path / "current.sql"});
  if (fs::is_directory(path / "current"))
    for (MigrationFile& file : list_numbered(path / "current", current).files)
      list.files.push_back({"current/" + file.name, file.path});
  return list;
}

/// `:DATABASE_OWNER`, `:DATABASE_NAME` and what .gmrc lists; other colons and capitals are SQL.
PlaceholderForm placeholders_of(const fs::path& folder) {
  std::string names = "DATABASE_NAME|DATABASE_OWNER";
  const fs::path settings = find_nearby(folder, ".gmrc");
  const std::string text = settings.empty() ? "" : read_sql_file(settings);
  static const std::regex listed(R"re(":([A-Z][A-Z0-9_]*)")re");
  for (std::sregex_iterator found(text.begin(), text.end(), listed), end; found != end; ++found) names += "|" + found->str(1);
  return {":", std::regex(":(" + names + ")\\b")};
}

UpPart cut(const SourceText& text, const MigrationFile& file) {
  UpPart part = take_whole(text);
  resolve_placeholders(part, placeholders_of(file.path.parent_path()));
  return part;
}

}  // namespace

constinit const Layout graphile_migrate_layout{
    "graphile-migrate",           "committed/000001-what.sql by number, then current.sql or current/*.sql",
    "graphile-migrate migrate",   is_graphile_migrate_folder,
    list_graphile_migrate_folder, cut};

}  // namespace pgplumb
