// dbmate: 1_what.sql with `-- migrate:up` and `-- migrate:down` in it.
#include "sources/migrations/layouts/numbered.h"

namespace pgplumb {

namespace {

/// dbmate takes a mark at the beginning of a line only, and in small letters.
bool is_mark(std::string_view word, std::string_view line) {
  if (!line.starts_with("--")) return false;
  const std::string_view says = trimmed(line.substr(2));
  return says.starts_with(word) && (says.size() == word.size() || trimmed(says.substr(word.size(), 1)).empty());
}

Line classify(std::string_view line) {
  return is_mark("migrate:up", line) ? Line::up : is_mark("migrate:down", line) ? Line::down : Line::text;
}

MigrationList list_dbmate_folder(const std::filesystem::path& path) {
  static const Pattern pattern(R"((\d+)[^/]*\.sql)");
  return list_numbered(path, pattern);
}

UpPart cut(const SourceText& file, const MigrationFile&) { return cut_by_lines(file, Line::down, classify); }

bool declines_transaction(const SourceText& file, const MigrationFile&) {
  return has_commented_line(file.text(), [](std::string_view line) {
    return classify(line) == Line::up && line.find("transaction:false") != std::string_view::npos;
  });
}

}  // namespace

constinit const Layout dbmate_layout{"dbmate",
                                     "1_what.sql by number; what stands behind `-- migrate:up`",
                                     has_up_marks<classify>,
                                     list_dbmate_folder,
                                     RunsIn::transaction,
                                     cut,
                                     nullptr,
                                     declines_transaction,
                                     is_parted<classify>};

}  // namespace pgplumb
