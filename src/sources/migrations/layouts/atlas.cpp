// Atlas: *.sql by name beside an atlas.sum; the newest checkpoint stands for all before it.
#include <algorithm>
#include <utility>

#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"
#include "sources/migrations/lines.h"
#include "sources/migrations/placeholders.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

bool is_atlas_folder(const fs::path& path) { return fs::is_directory(path) && fs::exists(path / "atlas.sum"); }

/// Directives stand at the top of a file.
bool has_directive(const fs::path& file, std::string_view directive) {
  return has_commented_line(read_sql_file(file),
                            [&](std::string_view line) { return starts_with_words(comment_in(line), directive); });
}

MigrationList list_atlas_folder(const fs::path& path) {
  static const Pattern pattern(R"(([^_]*)(?:_(.*))?\.sql)");
  auto files = matching(files_in(path), pattern);
  std::stable_sort(files.begin(), files.end(),
                   [](const NamedFile& a, const NamedFile& b) { return a.path.filename() < b.path.filename(); });
  MigrationList list;
  for (const NamedFile& file : files) {
    if (file.path.filename().string().ends_with(".down.sql")) continue;
    if (has_directive(file.path, "atlas:checkpoint"))
      for (const MigrationFile& older : std::exchange(list.files, {})) list.unmentioned.push_back(older.path);
    list.files.push_back({file.path.filename().string(), file.path, file.version});
  }
  return list;
}

/// A delimiter of its own choice (`-- atlas:delimiter \n\n\n`) only parts statements that end with semicolons anyway; templates
/// are filled in by Atlas.
UpPart cut(const SourceText& file, const MigrationFile&) {
  UpPart part = take_whole(file);
  resolve_placeholders(part, double_braces());
  return part;
}

bool declines_transaction(const SourceText& file, const MigrationFile&) {
  return has_commented_line(file.text(),
                            [](std::string_view line) { return starts_with_words(comment_in(line), "atlas:txmode none"); });
}

}  // namespace

constinit const Layout atlas_layout{"atlas",
                                    "*.sql by name beside an atlas.sum, from the newest checkpoint on",
                                    is_atlas_folder,
                                    list_atlas_folder,
                                    RunsIn::transaction_by_statement,
                                    cut,
                                    nullptr,
                                    declines_transaction};

}  // namespace pgplumb
