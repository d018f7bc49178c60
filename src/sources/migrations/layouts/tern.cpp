// tern: 1_what.sql, where a line parts the way up from the way down.
#include "sources/migrations/layouts/numbered.h"
#include "sources/migrations/placeholders.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

Line classify(std::string_view line) { return trimmed(line) == "---- create above / drop below ----" ? Line::down : Line::text; }

bool is_separator(std::string_view line) { return classify(line) == Line::down; }

bool is_tern_folder(const fs::path& path) {
  return fs::is_directory(path) && (fs::exists(path / "tern.conf") || has_marked_line(path, is_separator));
}

MigrationList list_tern_folder(const fs::path& path) {
  static const Pattern pattern(R"((\d+)_.+\.sql)");
  return list_numbered(path, pattern);
}

/// Files are Go templates.
UpPart cut(const SourceText& file, const MigrationFile&) {
  UpPart part = cut_by_lines(file, Line::up, classify);
  resolve_placeholders(part, double_braces());
  return part;
}

bool declines_transaction(const SourceText& file, const MigrationFile&) {
  return has_line(file.text(), [](std::string_view line) { return trimmed(line) == "---- tern: disable-tx ----"; });
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
                                   is_separator};

}  // namespace pgplumb
