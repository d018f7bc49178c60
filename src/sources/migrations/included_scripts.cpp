#include "sources/migrations/included_scripts.h"

#include <pgplumb/position.h>

#include <utility>

#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

fs::path real_path(const fs::path& file) {
  std::error_code unreadable;
  return fs::weakly_canonical(file, unreadable);
}

bool is_file(const fs::path& path) {
  std::error_code unreadable;
  return fs::is_regular_file(path, unreadable);
}

}  // namespace

void IncludedScripts::runs_once(const fs::path& file) { listed_.push_back(file); }

bool IncludedScripts::may_begin(const fs::path& file) {
  paths_[*remember_file(file.string())] = file;
  if (!once_) {
    begun_.push_back(file);
    return true;
  }
  const auto found = once_->find(real_path(file));
  return found == once_->end() || !std::exchange(found->second, true);
}

void IncludedScripts::find_real_paths() {
  once_.emplace();
  for (const fs::path& file : std::exchange(listed_, {})) once_->try_emplace(real_path(file), false);
  for (const fs::path& file : std::exchange(begun_, {}))
    if (const auto found = once_->find(real_path(file)); found != once_->end()) found->second = true;
}

std::optional<SourceText> IncludedScripts::find(const std::string& path, bool is_relative, const std::string& by) {
  const auto script = paths_.find(by);
  const fs::path file = found(path, is_relative, script == paths_.end() ? fs::path(by) : script->second);
  if (file.empty()) return std::nullopt;
  if (!once_) find_real_paths();
  if (!may_begin(file)) return SourceText(file.string(), "");
  return SourceText(file.string(), readable(file.string(), read_sql_file(file)));
}

/// Where psql was started is not known: here, most likely, else in the script's folder or one of those above it.
fs::path IncludedScripts::found(const fs::path& path, bool is_relative, const fs::path& by) const {
  const fs::path beside = (by.parent_path() / path).lexically_normal();
  if (path.is_absolute() || is_relative) return is_file(beside) ? beside : fs::path();
  if (is_file(path)) return path;
  constexpr int farthest = 4;
  fs::path folder = by.parent_path();
  for (int up = 0; up < farthest; ++up, folder = folder / "..")
    if (const fs::path file = (folder / path).lexically_normal(); is_file(file)) return file;
  return {};
}

}  // namespace pgplumb
