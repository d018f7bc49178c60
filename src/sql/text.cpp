#include <pgplumb/sql/text.h>

#include <functional>
#include <mutex>
#include <unordered_set>

namespace pgplumb {

namespace {

struct Hash : std::hash<std::string_view> {
  using is_transparent = void;
};

}  // namespace

Text::Text(std::string_view text) {
  if (text.empty()) return;
  static std::mutex mutex;
  static std::unordered_set<std::string, Hash, std::equal_to<>> kept;
  const std::lock_guard lock(mutex);
  auto found = kept.find(text);
  if (found == kept.end()) found = kept.emplace(text).first;
  text_ = &*found;
}

const std::string& Text::str() const {
  static const std::string empty;
  return text_ ? *text_ : empty;
}

}  // namespace pgplumb
