// What the layouts share that number their files, or mark the way up in them by comments.
#pragma once

#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"
#include "sources/migrations/lines.h"

namespace pgplumb {

/// The folder's files whose name the pattern matches, by the number that is its first group. A name is the file's own without
/// `ending`. What the pattern does not take, and is no way down, is left out.
MigrationList list_numbered(const std::filesystem::path& folder, const Pattern& pattern, std::string_view ending = {});

/// Of files that the tool does not take, those of SQL that are no way down, as notes.
std::vector<NotCompared> passed_over(const std::vector<std::filesystem::path>& files);

/// The *.sql files of a folder that run on the way up, in natural order of their names.
std::vector<std::filesystem::path> up_scripts_of_sql(const std::filesystem::path& folder);

/// Its scripts of Python, JavaScript, TypeScript or Go whose name begins with a number, and that are no tests or declarations.
std::vector<NamedFile> numbered_programs(const std::filesystem::path& folder);

/// What stands behind the word that all of a tool's marks begin with: "Up" in `-- +goose Up`. "" where the line is none of them.
std::string_view mark_behind(std::string_view word, std::string_view line);

template <Line (*classify)(std::string_view)>
bool is_up_mark(std::string_view line) {
  return classify(line) == Line::up;
}

template <Line (*classify)(std::string_view)>
bool is_parted(std::string_view text) {
  return has_commented_line(text, is_up_mark<classify>);
}

template <Line (*classify)(std::string_view)>
bool has_up_marks(const std::filesystem::path& path) {
  return std::filesystem::is_directory(path) && has_marked_line(path, is_up_mark<classify>);
}

}  // namespace pgplumb
