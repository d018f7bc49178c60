// The table of `pgplumb show`: one object's members, a column for each source.
#pragma once

#include <string>
#include <vector>

#include "commands/gather.h"

namespace pgplumb {

struct MemberTable {
  std::string text;  ///< the whole table and its summary line
  bool is_right;     ///< every source has the object, and all listed members agree
};

/// `object` is a table, type or model by name, with or without schema; `globs` choose members, all when empty. Throws Error, with
/// a suggestion, when no source has the object.
MemberTable member_table(const Gathered& gathered, const std::string& object, const std::vector<std::string>& globs);

}  // namespace pgplumb
