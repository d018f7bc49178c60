#include "sources/migrations/layouts/numbered.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <span>

#include "sources/migrations/scripts/script_part.h"

namespace pgplumb {

namespace {

constexpr std::array<std::string_view, 4> ways_down = {"down.sql", "undo.sql", "revert.sql", "rollback.sql"};

/// `down.sql`, and `1_calls.down.sql` where '.' is among the separators.
bool is_way_down(std::string_view lower_name, std::string_view separators, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    if (!lower_name.ends_with(ending)) return false;
    const std::string_view before = lower_name.substr(0, lower_name.size() - ending.size());
    return before.empty() || separators.find(before.back()) != std::string_view::npos;
  });
}

}  // namespace

std::vector<NotCompared> passed_over(const std::vector<std::filesystem::path>& files) {
  const auto passed_in_silence = std::span(ways_down).first(3);  // of rollbacks is told, which none of these tools has
  std::vector<NotCompared> left_out;
  for (const std::filesystem::path& file : files) {
    const std::string name = file.filename().string();
    if (!name.ends_with(".sql") || is_way_down(lower_case(name), "._", passed_in_silence)) continue;
    left_out.push_back({"migration file", "its name is none that the tool takes", {remember_file(file.string()), 0, 0}, 1, name});
  }
  return left_out;
}

MigrationList list_numbered(const std::filesystem::path& folder, const Pattern& pattern, std::string_view ending) {
  std::vector<NamedFile> files;
  std::vector<std::filesystem::path> others;
  for (const std::filesystem::path& path : files_in(folder)) {
    // The ending first: most folders have none that a pattern with an ending is asked for.
    auto file = path.native().ends_with(ending) ? taken_apart(path, pattern) : std::nullopt;
    if (file)
      files.push_back(*std::move(file));
    else
      others.push_back(path);
  }
  sort_by_version(files);
  MigrationList list;
  for (const NamedFile& file : files) {
    std::string name = file.path.filename().string();
    name.resize(name.size() - ending.size());
    list.files.push_back({name, file.path, file.version});
  }
  list.left_out = passed_over(others);
  return list;
}

namespace {

/// 1.undo.calls.sql
bool is_numbered_undo(std::string_view lower_name) {
  const std::size_t behind = lower_name.find_first_not_of("0123456789");
  return behind > 0 && behind != std::string_view::npos && lower_name.substr(behind).starts_with(".undo.");
}

struct OtherHalf {
  std::string_view down, up;  // endings
};

/// `1_calls_down.sql` beside `1_calls_up.sql`, `1_calls_rollback.sql` beside `1_calls.sql`.
bool is_other_half(const std::filesystem::path& file, std::string_view name) {
  static constexpr std::array halves = {
      OtherHalf{"_down.sql", "_up.sql"},  OtherHalf{"-down.sql", "-up.sql"}, OtherHalf{"_rollback.sql", ".sql"},
      OtherHalf{"-rollback.sql", ".sql"}, OtherHalf{"_undo.sql", ".sql"},    OtherHalf{"-undo.sql", ".sql"},
  };
  return std::any_of(halves.begin(), halves.end(), [&](const OtherHalf& half) {
    if (!name.ends_with(half.down)) return false;
    const std::string begin(name.substr(0, name.size() - half.down.size()));
    return std::filesystem::exists(file.parent_path() / (begin + std::string(half.up)));
  });
}

}  // namespace

std::vector<std::filesystem::path> up_scripts_of_sql(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files = files_in(folder);
  std::erase_if(files, [](const std::filesystem::path& file) {
    const std::string name = file.filename().string(), lower = lower_case(name);
    return !lower.ends_with(".sql") || is_way_down(lower, ".", ways_down) || is_numbered_undo(lower) || is_other_half(file, name);
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
