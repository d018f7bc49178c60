// graphile-migrate: committed/000001-what.sql, then current.sql or current/*.sql.
#include "sources/migrations/layouts/numbered.h"
#include "sources/migrations/placeholders.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

/// The folder itself, or that of the project whose root it is.
fs::path migrations_of(const fs::path& path) {
  const bool is_root = fs::exists(path / ".gmrc") || fs::exists(path / ".gmrc.js");
  return is_root && fs::is_directory(path / "migrations") ? path / "migrations" : path;
}

bool is_graphile_migrate_folder(const fs::path& given) {
  const fs::path path = migrations_of(given);
  return fs::is_directory(path / "committed") && (fs::exists(path / "current.sql") || fs::exists(path / "current") ||
                                                  !find_nearby(path, ".gmrc").empty() || !find_nearby(path, ".gmrc.js").empty());
}

MigrationList list_graphile_migrate_folder(const fs::path& given) {
  const fs::path path = migrations_of(given);
  static const Pattern committed(R"((\d+)(?:-[-_a-zA-Z0-9]*)?\.sql)"), current(R"((\d*).*\.sql)");
  MigrationList list;
  if (fs::is_directory(path / "committed")) list = list_numbered(path / "committed", committed);
  if (fs::exists(path / "current.sql")) list.files.push_back({"current.sql", path / "current.sql"});
  if (fs::is_directory(path / "current"))
    for (MigrationFile& file : list_numbered(path / "current", current).files)
      list.files.push_back({"current/" + file.name, file.path});
  return list;
}

/// `:DATABASE_OWNER` and what .gmrc lists: capitals behind a colon that is no cast's.
const PlaceholderForm& placeholders() {
  static const PlaceholderForm form{":", Pattern(R"([\s(,]:([A-Z][A-Z0-9_]+)\b)")};
  return form;
}

/// `--!include what.sql` stands for a file in fixtures/, in what is not committed yet.
const PlaceholderForm& includes() {
  static const PlaceholderForm form{"--!", Pattern(R"(--!\s*include\s+(\S+))")};
  return form;
}

UpPart cut(const SourceText& file, const MigrationFile& migration) {
  UpPart part = take_whole(file);
  const fs::path folder = migration.path.parent_path();
  const fs::path fixtures = (folder.filename() == "current" ? folder.parent_path() : folder) / "fixtures";
  PlaceholderValues included;
  for (const auto& found : includes().pattern.find_all(file.text())) {
    const std::string name(found[1]);
    if (fs::is_regular_file(fixtures / name))
      included[name] = read_sql_file(fixtures / name);
    else
      part.left_out.push_back({"included file", "it is not there", file.at(0), 1, name});
  }
  resolve_placeholders(part, includes(), included);
  resolve_placeholders(part, placeholders());
  return part;
}

bool declines_transaction(const SourceText& file, const MigrationFile&) {
  return has_commented_line(file.text(), [](std::string_view line) { return starts_with_words(line, "--! no-transaction"); });
}

}  // namespace

constinit const Layout graphile_migrate_layout{"graphile-migrate",
                                               "committed/000001-what.sql by number, then current.sql or current/*.sql",
                                               is_graphile_migrate_folder,
                                               list_graphile_migrate_folder,
                                               RunsIn::transaction,
                                               cut,
                                               nullptr,
                                               declines_transaction};

}  // namespace pgplumb
