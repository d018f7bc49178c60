// Sqitch's identifier of a change: SHA-1 of what its plan says of it, as git hashes its objects (App::Sqitch::Plan::Change).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// A change as the plan states it.
struct SqitchChange {
  std::string project, uri;  ///< uri: as the plan has it, "" for none
  std::string name;
  std::vector<std::string> required, conflicting;  ///< in the order of the plan
  std::string date;                                ///< as the plan has it: 2013-12-30T23:19:45Z
  std::string planner;                             ///< "Name <address>"
  std::string note;                                ///< "" for none

  /// What is hashed, without the line about the change before it.
  std::string entry() const;
};

/// `parent_id`: that of the change before it, "" for the first.
std::string sqitch_change_id(std::string_view entry, std::string_view parent_id);

}  // namespace pgplumb
