#include <pgplumb/sources/servers.h>

#include <algorithm>

namespace pgplumb {

template <class Value>
void Servers::tell(Told<Value>& told, const Place& server, Value value) {
  const std::lock_guard lock(mutex_);
  if (told.emplace(&server, std::move(value)).second) is_told_.notify_all();
}

template <class Value>
void Servers::wait_for(const Told<Value>& told, std::unique_lock<std::mutex>& lock) const {
  is_told_.wait(lock, [&] { return told.size() == expected_; });
}

void Servers::tell_version(const Place& server, int version) { tell(versions_, server, version); }

void Servers::tell_extensions(const Place& server, ExtensionRoutines routines) {
  tell(extensions_, server, std::make_shared<const ExtensionRoutines>(std::move(routines)));
}

void Servers::end(const Place& server) {
  tell_version(server, 0);
  tell_extensions(server, {});
}

bool Servers::has_one_before(int version) const {
  std::unique_lock lock(mutex_);
  wait_for(versions_, lock);
  return std::any_of(versions_.begin(), versions_.end(),
                     [&](const auto& told) { return told.second > 0 && told.second < version; });
}

std::shared_ptr<const ExtensionRoutines> Servers::extensions() const {
  std::unique_lock lock(mutex_);
  wait_for(extensions_, lock);
  const auto found = std::find_if(extensions_.begin(), extensions_.end(), [](const auto& told) { return !told.second->empty(); });
  return found == extensions_.end() ? nullptr : found->second;
}

}  // namespace pgplumb
