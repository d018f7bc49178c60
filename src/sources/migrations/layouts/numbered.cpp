#include "sources/migrations/layouts/numbered.h"

namespace pgplumb {

MigrationList list_numbered(const std::filesystem::path& folder, const std::regex& pattern, std::string_view ending) {
  auto files = matching(files_in(folder), pattern);
  sort_by_version(files);
  MigrationList list;
  for (const NamedFile& file : files) {
    std::string name = file.path.filename().string();
    if (name.ends_with(ending)) name.resize(name.size() - ending.size());
    list.files.push_back({name, file.path, file.version});
  }
  return list;
}

std::string_view mark_behind(std::string_view word, std::string_view line) {
  const std::string_view comment = comment_in(line);
  return comment.starts_with(word) ? trimmed(comment.substr(word.size())) : std::string_view();
}

}  // namespace pgplumb
