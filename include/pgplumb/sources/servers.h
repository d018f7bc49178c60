// The servers that are compared. What others state is what these make of it: see EXTRACT, and what extensions have.
#pragma once

#include <pgplumb/catalog/extension_routine.h>

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>

namespace pgplumb {

struct Place;

/// Sources are read beside one another: who reads a server tells what it is as soon as that is known, others wait for it where it
/// matters. The first word of each server counts.
class Servers {
 public:
  /// One more that will tell; before the reading begins.
  void expect_one() { ++expected_; }
  /// server_version_num, or nothing where it cannot be read.
  void tell_version(const Place& server, int version);
  void tell_extensions(const Place& server, ExtensionRoutines routines);
  /// What was not told will not be.
  void end(const Place& server);
  /// Waits until all that are expected have told.
  bool has_one_before(int version) const;
  /// The same; of several servers, those of the first that has any.
  std::shared_ptr<const ExtensionRoutines> extensions() const;

 private:
  template <class Value>
  using Told = std::map<const Place*, Value>;

  template <class Value>
  void tell(Told<Value>& told, const Place& server, Value value);
  template <class Value>
  void wait_for(const Told<Value>& told, std::unique_lock<std::mutex>& lock) const;

  mutable std::mutex mutex_;
  mutable std::condition_variable is_told_;
  Told<int> versions_;
  Told<std::shared_ptr<const ExtensionRoutines>> extensions_;
  std::size_t expected_ = 0;
};

/// `servers`: null for none.
inline AskExtensions extensions_of(const Servers* servers) {
  if (!servers) return {};
  return [servers] { return servers->extensions(); };
}

}  // namespace pgplumb
