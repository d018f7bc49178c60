// Counting: equal errors once, the 25P02 that follow an error to that error.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "explain/messages/dialect.h"

namespace pgplumb {

/// One failure is told by its driver, by what wraps it and by the server's log; so an error happened as often as the most
/// talkative of its tellers says.
class Tellers {
 public:
  void hear(std::string_view teller) { ++times_[teller]; }
  std::size_t most() const;

 private:
  std::map<std::string_view, std::size_t> times_;
};

class Tally {
 public:
  void add(const Sighting& sighting, std::string_view timestamp);
  /// In the order first seen.
  std::vector<ErrorReport> reports() &&;

 private:
  struct Counted {
    ErrorReport error;
    std::string meant_schema, meant_relation;
    Tellers seen, dragged_along;
  };
  Counted& find_or_add(const Sighting& sighting);
  static void take_meaning(Counted& counted);
  /// The error that a session's (or, where sessions are not named, the log's) failed transaction began with; null when the log
  /// begins later.
  Counted* find_culprit(const Sighting& sighting);

  std::vector<Counted> counted_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_map<std::string, std::size_t> last_of_session_;  // indices into counted_
};

}  // namespace pgplumb
