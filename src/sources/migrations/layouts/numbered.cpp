#include "sources/migrations/layouts/numbered.h"

#include "sources/migrations/scripts/script_part.h"

namespace pgplumb {

std::vector<NotCompared> passed_over(const std::vector<std::filesystem::path>& files, const Pattern& pattern) {
  static const Pattern down(R"(.*[._](?:down|undo|revert)\.sql)", Pattern::Letters::of_either_case);
  std::vector<NotCompared> left_out;
  for (const std::filesystem::path& file : files) {
    const std::string name = file.filename().string();
    if (!name.ends_with(".sql") || pattern.matches(name) || down.matches(name)) continue;
    left_out.push_back({"migration file", "its name is none that the tool takes", {remember_file(file.string()), 0, 0}, 1, name});
  }
  return left_out;
}

MigrationList list_numbered(const std::filesystem::path& folder, const Pattern& pattern, std::string_view ending) {
  auto files = matching(files_in(folder), pattern);
  sort_by_version(files);
  MigrationList list;
  for (const NamedFile& file : files) {
    std::string name = file.path.filename().string();
    if (name.ends_with(ending)) name.resize(name.size() - ending.size());
    list.files.push_back({name, file.path, file.version});
  }
  list.left_out = passed_over(files_in(folder), pattern);
  return list;
}

namespace {

/// `1_calls_down.sql` beside `1_calls_up.sql`, `1_calls_rollback.sql` beside `1_calls.sql`.
bool is_other_half(const std::filesystem::path& file) {
  static const Pattern down(R"((.*[_-])down\.sql)"), rollback(R"((.*)[_-](?:rollback|undo)\.sql)");
  const std::string name = file.filename().string();
  const auto beside = [&](const Pattern& pattern, const char* ending) {
    const auto found = pattern.match(name);
    return !found.empty() && std::filesystem::exists(file.parent_path() / (std::string(found[1]) + ending));
  };
  return beside(down, "up.sql") || beside(rollback, ".sql");
}

}  // namespace

std::vector<std::filesystem::path> up_scripts_of_sql(const std::filesystem::path& folder) {
  static const Pattern sql(R"(.*\.sql)", Pattern::Letters::of_either_case),
      down(R"((?:.*\.)?(?:down|undo|revert|rollback)\.sql|\d+\.undo\..*)", Pattern::Letters::of_either_case);
  std::vector<std::filesystem::path> files = files_in(folder);
  std::erase_if(files, [](const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return !sql.matches(name) || down.matches(name) || is_other_half(file);
  });
  return files;
}

std::vector<NamedFile> numbered_programs(const std::filesystem::path& folder) {
  static const Pattern pattern(R"((?!.*(?:_test\.go|\.test\.\w+|\.spec\.\w+|\.d\.ts)$)\D{0,12}(\d+).*)");
  std::vector<std::filesystem::path> files = files_in(folder);
  std::erase_if(files, [](const std::filesystem::path& file) { return !is_script(file); });
  return matching(files, pattern);
}

std::string_view mark_behind(std::string_view word, std::string_view line) {
  const std::string_view comment = comment_in(line);
  return comment.starts_with(word) ? trimmed(comment.substr(word.size())) : std::string_view();
}

}  // namespace pgplumb
