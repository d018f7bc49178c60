// Who may do what, as the sources state it of one object.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compare/group.h"

namespace pgplumb {

/// Reads the privileges of a group's entries in the same way: an owner's own left out, whoever knows that it is the owner, and
/// MAINTAIN, where a server is too old for it.
class PrivilegeReader {
 public:
  PrivilegeReader(const Group& group, const Group* owner, const SourceList& sources);

  /// Nothing where source i cannot tell.
  std::optional<std::string> by(std::size_t i, const Entry& entry) const;

 private:
  const SourceList& sources_;
  bool knows_maintain_ = true;
  std::set<std::string> owners_;
};

/// Default privileges of whoever runs the statements are those of one role in the database: of the one that grants the same, else
/// of the first.
void pair_default_privileges(std::vector<Group>& owners);

}  // namespace pgplumb
