// sql-migrate: *.sql with `-- +migrate Up` and `-- +migrate Down` in it.
#include "sources/migrations/layouts/numbered.h"

namespace pgplumb {

namespace {

Line classify(std::string_view line) {
  const std::string_view says = mark_behind("+migrate", line);
  if (says.empty()) return Line::text;
  return starts_with_words(says, "up") ? Line::up : starts_with_words(says, "down") ? Line::down : Line::left_out;
}

MigrationList list_sql_migrate_folder(const std::filesystem::path& path) {
  static const Pattern pattern(R"((\d*).*\.sql)");
  return list_numbered(path, pattern);
}

UpPart cut(const SourceText& file, const MigrationFile&) { return cut_by_lines(file, Line::down, classify); }

bool declines_transaction(const SourceText& file, const MigrationFile&) {
  return has_commented_line(file.text(), [](std::string_view line) {
    return classify(line) == Line::up && mark_behind("+migrate", line).find("notransaction") != std::string_view::npos;
  });
}

}  // namespace

constinit const Layout sql_migrate_layout{"sql-migrate",
                                          "*.sql by number; what stands behind `-- +migrate Up`",
                                          has_up_marks<classify>,
                                          list_sql_migrate_folder,
                                          RunsIn::transaction_by_statement,
                                          cut,
                                          nullptr,
                                          declines_transaction,
                                          is_parted<classify>};

}  // namespace pgplumb
