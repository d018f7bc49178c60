// tern: 1_what.sql, where a line parts the way up from the way down.
#include "sources/migrations/layouts/numbered.h"
#include "sources/migrations/placeholders.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

Line classify(std::string_view line) { return trimmed(line) == "---- create above / drop below ----" ? Line::down : Line::text; }

bool is_separator(std::string_view line) { return classify(line) == Line::down; }

bool is_parted(std::string_view text) { return has_commented_line(text, is_separator); }

bool is_tern_folder(const fs::path& path) {
  return fs::is_directory(path) && (fs::exists(path / "tern.conf") || has_marked_line(path, is_separator));
}

MigrationList list_tern_folder(const fs::path& path) {
  static const Pattern pattern(R"((\d+)_.+\.sql)");
  return list_numbered(path, pattern);
}

/// `{{ template "shared/views.sql" . }}` stands for a file in a folder below.
const PlaceholderForm& shared() {
  static const PlaceholderForm form{"{{", Pattern(R"re(\{\{-?\s*template\s+"([^"]+)"[^}]*\}\})re")};
  return form;
}

/// Puts in the files that are there; false where there is none.
bool put_in_shared(UpPart& part, const fs::path& folder) {
  PlaceholderValues texts;
  for (const auto& found : shared().pattern.find_all(part.sql.text())) {
    const std::string name(found[1]);
    if (fs::is_regular_file(folder / name)) texts[name] = read_sql_file(folder / name);
  }
  if (!texts.empty()) put_in_values(part, shared(), texts);
  return !texts.empty();
}

/// Files are Go templates, and so is what they share.
UpPart cut(const SourceText& file, const MigrationFile& migration) {
  UpPart part = cut_by_lines(file, Line::up, classify);
  for (int depth = 0; depth < 4 && put_in_shared(part, migration.path.parent_path()); ++depth) continue;
  resolve_placeholders(part, double_braces());
  return part;
}

bool declines_transaction(const SourceText& file, const MigrationFile&) {
  return has_commented_line(file.text(), [](std::string_view line) { return trimmed(line) == "---- tern: disable-tx ----"; });
}

}  // namespace

constinit const Layout tern_layout{"tern",
                                   "1_what.sql by number; what stands above `---- create above / drop below ----`",
                                   is_tern_folder,
                                   list_tern_folder,
                                   RunsIn::transaction,
                                   cut,
                                   nullptr,
                                   declines_transaction,
                                   is_parted};

}  // namespace pgplumb
