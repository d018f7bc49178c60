#include <pgplumb/kinds/text.h>

#include <functional>
#include <mutex>
#include <set>

namespace pgplumb {

Text::Text(std::string_view text) {
  if (text.empty()) return;
  static std::mutex mutex;
  static std::set<std::string, std::less<>> kept;
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
