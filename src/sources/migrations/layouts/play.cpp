// Play evolutions: 1.sql, 2.sql … with `# --- !Ups` and `# --- !Downs` in them.
#include "sources/migrations/layouts/numbered.h"

namespace pgplumb {

namespace {

Line classify(std::string_view line) {
  if (!line.starts_with('#') && !line.starts_with("--")) return Line::text;
  const auto has = [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; };
  return has("!Ups") ? Line::up : has("!Downs") ? Line::down : Line::text;
}

MigrationList list_play_folder(const std::filesystem::path& path) {
  static const Pattern pattern(R"((\d+)\.sql)");
  return list_numbered(path, pattern, ".sql");
}

/// Play takes `;` for a statement's end, and `;;` for a `;` that is none.
void append_line(Extract& sql, std::string_view line, std::size_t begin) {
  for (std::size_t doubled; (doubled = line.find(";;")) != std::string_view::npos;) {
    sql.append(line.substr(0, doubled + 1), begin);
    line.remove_prefix(doubled + 2);
    begin += doubled + 2;
  }
  sql.append(line, begin);
}

UpPart cut(const SourceText& file, const MigrationFile&) {
  UpPart part;
  Line where = Line::down;
  for_each_line(file.text(), [&](std::string_view line, std::size_t begin) {
    const Line says = classify(line);
    if (says != Line::text)
      where = says;
    else if (where == Line::up)
      append_line(part.sql, line, begin);
  });
  return part;
}

}  // namespace

constinit const Layout play_layout{"play",
                                   "1.sql by number; what stands behind `# --- !Ups`",
                                   has_up_marks<classify>,
                                   list_play_folder,
                                   RunsIn::session,
                                   cut,
                                   nullptr,
                                   nullptr,
                                   is_parted<classify>};

}  // namespace pgplumb
