// The versions of the servers that are compared. What others state is what these make of it: see EXTRACT.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>

namespace pgplumb {

struct Place;

/// Sources are read beside one another: who reads a server tells its version as soon as it is known, others wait for it where it
/// matters.
class ServerVersions {
 public:
  /// One more that will tell; before the reading begins.
  void expect_one() { ++silent_; }
  /// server_version_num, or nothing where it cannot be read. The first word of each counts.
  void tell(const Place& server, int version);
  void tell_nothing(const Place& server) { tell(server, 0); }
  /// Waits until all that are expected have told.
  bool has_one_before(int version) const;

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable told_;
  std::map<const Place*, int> versions_;
  std::size_t silent_ = 0;
};

}  // namespace pgplumb
