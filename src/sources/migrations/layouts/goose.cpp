// goose: 1_what.sql with `-- +goose Up`, `-- +goose Down` and other marks in it, and 1_what.go among them.
#include "sources/migrations/layouts/numbered.h"
#include "sources/migrations/placeholders.h"
#include "sources/migrations/scripts/script_part.h"

namespace pgplumb {

namespace {

Line classify(std::string_view line) {
  const std::string_view says = mark_behind("+goose", line);
  if (says.empty()) return Line::text;
  return starts_with_words(says, "up") ? Line::up : starts_with_words(says, "down") ? Line::down : Line::left_out;
}

bool substitutes_environment(std::string_view line) { return starts_with_words(mark_behind("+goose", line), "envsub on"); }

MigrationList list_goose_folder(const std::filesystem::path& path) {
  static const Pattern pattern(R"((?!.*_test\.go$)(\d+)_.*\.(?:sql|go))");
  return list_numbered(path, pattern);
}

UpPart cut(const SourceText& file, const MigrationFile& migration) {
  if (is_script(migration.path)) return take_from_script(file, migration.path, false);
  UpPart part = cut_by_lines(file, Line::down, classify);
  if (has_commented_line(file.text(), substitutes_environment)) resolve_placeholders(part, dollar_braces());
  return part;
}

bool declines_transaction(const SourceText& file, const MigrationFile&) {
  return has_commented_line(
      file.text(), [](std::string_view line) { return starts_with_words(mark_behind("+goose", line), "no transaction"); });
}

}  // namespace

constinit const Layout goose_layout{"goose",
                                    "1_what.sql by number; what stands behind `-- +goose Up`; the SQL in 1_what.go",
                                    has_up_marks<classify>,
                                    list_goose_folder,
                                    RunsIn::transaction_by_statement,
                                    cut,
                                    nullptr,
                                    declines_transaction,
                                    is_parted<classify>};

}  // namespace pgplumb
