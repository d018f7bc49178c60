// dbmate: 1_what.sql with `-- migrate:up` and `-- migrate:down` in it.
#include "sources/migrations/layouts/numbered.h"

namespace pgplumb {

namespace {

Line classify(std::string_view line) {
  const std::string_view says = mark_behind("migrate:", line);
  return starts_with_words(says, "up") ? Line::up : starts_with_words(says, "down") ? Line::down : Line::text;
}

MigrationList list_dbmate_folder(const std::filesystem::path& path) {
  static const Pattern pattern(R"((\d+)[^/]*\.sql)");
  return list_numbered(path, pattern);
}

UpPart cut(const SourceText& file, const MigrationFile&) { return cut_by_lines(file, Line::down, classify); }

}  // namespace

constinit const Layout dbmate_layout{"dbmate", "1_what.sql by number; what stands behind `-- migrate:up`", has_up_marks<classify>,
                                     list_dbmate_folder, cut};

}  // namespace pgplumb
