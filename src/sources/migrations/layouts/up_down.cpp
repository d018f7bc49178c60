// Files whose way down stands behind a comment that says so, in the words of several small tools and of none.
#include <algorithm>
#include <array>

#include "sources/migrations/layouts/numbered.h"
#include "sources/migrations/read_text.h"
#include "sql/script_scanner.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

/// What the comment says, without the signs and lines that are drawn around it: "down" of `-- ==== DOWN ====` and `-- :down`.
std::string_view words_in(std::string_view line) {
  constexpr std::string_view drawn = " \t-=*#:+!@/.";
  const std::string_view comment = comment_in(line);
  const std::size_t first = comment.find_first_not_of(drawn);
  if (first == std::string_view::npos) return {};
  return comment.substr(first, comment.find_last_not_of(drawn) + 1 - first);
}

bool is_one_of(std::string_view words, std::span<const std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return words.size() == mark.size() && starts_with_words(words, mark); });
}

Line classify(std::string_view line) {
  static constexpr std::array<std::string_view, 4> up{"up", "rambler up", "migrate up", "migration up"},
      down{"down", "rambler down", "migrate down", "migration down"};
  const std::string_view words = words_in(line);
  return is_one_of(words, up) ? Line::up : is_one_of(words, down) ? Line::down : Line::text;
}

/// MyBatis parts a file by `-- //@UNDO` alone.
bool begins_undo(std::string_view line) {
  std::string_view comment = comment_in(line);
  if (!comment.starts_with("//")) return false;
  comment = trimmed(comment.substr(2));
  return comment.starts_with('@') && starts_with_words(comment.substr(1), "undo");
}

Line classify_undo(std::string_view line) { return begins_undo(line) ? Line::down : Line::text; }

/// Whether a statement or a quoted text goes on there.
bool is_inside_statement(std::string_view text, std::size_t at) {
  ScriptScanner scanner(text);
  while (const auto piece = scanner.next())
    if (piece->begin < at && at < piece->end) return true;
  return false;
}

/// One word for each way, between statements, and nothing but comments before the first: such words may stand in any comment.
bool has_both_ways(std::string_view text) {
  struct Mark {
    Line says;
    std::size_t begin;
  };
  std::vector<Mark> marks;
  for_each_commented_line(text, [&](std::string_view line, std::size_t begin) {
    if (const Line says = classify(line); says != Line::text) marks.push_back({says, begin});
  });
  return marks.size() == 2 && marks[0].says != marks[1].says && is_blank_sql(text.substr(0, marks[0].begin)) &&
         !is_inside_statement(text, marks[1].begin);
}

bool is_parted(std::string_view text) { return has_both_ways(text) || has_commented_line(text, begins_undo); }

bool is_up_down_folder(const fs::path& path) {
  if (!fs::is_directory(path)) return false;
  const std::vector<fs::path> scripts = up_scripts_of_sql(path);
  return std::any_of(scripts.begin(), scripts.end(), [](const fs::path& script) { return is_parted(*text_of(script)); });
}

/// MyBatis runs bootstrap.sql before all others, and onabort.sql never by itself.
MigrationList list_up_down_folder(const fs::path& path) {
  MigrationList list;
  const std::vector<fs::path> scripts = up_scripts_of_sql(path);
  const bool is_mybatis = std::any_of(scripts.begin(), scripts.end(),
                                      [](const fs::path& script) { return has_commented_line(*text_of(script), begins_undo); });
  for (const fs::path& script : scripts) {
    const std::string name = script.filename().string();
    if (is_mybatis && name == "onabort.sql") continue;
    const auto place = is_mybatis && name == "bootstrap.sql" ? list.files.begin() : list.files.end();
    list.files.insert(place, {name, script});
  }
  return list;
}

/// Of a line that is left out its end stays: psql's commands are followed in the rest, whose places are the file's.
UpPart cut(const SourceText& file, const MigrationFile&) {
  if (!is_parted(file.text())) return take_whole(file);
  const auto classify_line = has_both_ways(file.text()) ? classify : classify_undo;
  UpPart part;
  Line where = Line::up;
  for_each_line(file.text(), [&](std::string_view line, std::size_t begin) {
    const Line says = classify_line(line);
    if (says != Line::text) where = says;
    const std::size_t left_out = says == Line::text && where == Line::up ? 0 : line.size() - 1;
    part.sql.append(line.substr(left_out), begin + left_out);
  });
  return part;
}

}  // namespace

constinit const Layout up_down_layout{"up-down",
                                      "*.sql files in natural order of their names; what stands behind `-- up`, above `-- down` "
                                      "or `-- //@UNDO`",
                                      is_up_down_folder,
                                      list_up_down_folder,
                                      RunsIn::unknown,
                                      cut,
                                      nullptr,
                                      nullptr,
                                      is_parted};

}  // namespace pgplumb
