#include <pgplumb/position.h>

#include <mutex>
#include <unordered_set>

namespace pgplumb {

const std::string* remember_file(std::string_view name) {
  static std::mutex mutex;
  static std::unordered_set<std::string> names;  // node-based: addresses stay
  std::lock_guard lock(mutex);
  return &*names.emplace(name).first;
}

std::string Position::text() const {
  if (!file) return {};
  std::string text = *file;
  if (line) text += ":" + std::to_string(line);
  if (line && column) text += ":" + std::to_string(column);
  return text;
}

}  // namespace pgplumb
