// Names that statements put together at run time.
#pragma once

#include <pgplumb/catalog/object_id.h>

#include <string>
#include <string_view>

namespace pgplumb {

/// The name of something that was made, as far as it is known: `'part_' || year || '_old'` begins with "part_" and ends with
/// "_old".
struct NameInPart {
  Namespace space;  ///< of a table or view `relation`, whatever it is
  std::string begin, end;
  std::string table = {};  ///< of a member: that of its table, "" where it is not known

  bool is_known_at_all() const { return !begin.empty() || !end.empty(); }
  bool may_be(std::string_view name) const {
    return name.size() >= begin.size() + end.size() && name.starts_with(begin) && name.ends_with(end);
  }
  friend bool operator==(const NameInPart&, const NameInPart&) = default;
};

}  // namespace pgplumb
