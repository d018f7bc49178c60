#include <pgplumb/position.h>

#include <mutex>
#include <unordered_set>
#include <utility>
#include <vector>

namespace pgplumb {

namespace {

struct Files {
  std::mutex mutex;
  std::unordered_set<std::string> names;                     // node-based: addresses stay
  std::vector<std::pair<std::string, std::string>> folders;  // and their names
};

Files& files() {
  static Files all;
  return all;
}

}  // namespace

const std::string* remember_file(std::string_view name) {
  std::lock_guard lock(files().mutex);
  std::string shown(name);
  for (const auto& [folder, folder_name] : files().folders)
    if (name.starts_with(folder)) {
      const auto below = name.substr(folder.size());
      shown = folder_name + std::string(below.substr(below.starts_with('/') ? 1 : 0));
    }
  return &*files().names.insert(std::move(shown)).first;
}

void name_folder(const std::string& folder, const std::string& name) {
  std::lock_guard lock(files().mutex);
  files().folders.emplace_back(folder, name);
}

std::string Position::text() const {
  if (!file) return {};
  std::string text = *file;
  if (line) text += ":" + std::to_string(line);
  if (line && column) text += ":" + std::to_string(column);
  return text;
}

}  // namespace pgplumb
