#include <pgplumb/sources/server_versions.h>

#include <algorithm>

namespace pgplumb {

void ServerVersions::tell(const Place& server, int version) {
  const std::lock_guard lock(mutex_);
  if (!versions_.emplace(&server, version).second) return;
  --silent_;
  told_.notify_all();
}

bool ServerVersions::has_one_before(int version) const {
  std::unique_lock lock(mutex_);
  told_.wait(lock, [this] { return silent_ == 0; });
  return std::any_of(versions_.begin(), versions_.end(),
                     [&](const auto& told) { return told.second > 0 && told.second < version; });
}

}  // namespace pgplumb
