// Names that statements put together at run time.
#pragma once

#include <pgplumb/catalog/object_id.h>
#include <pgplumb/sql/identifier.h>

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
    constexpr std::size_t bytes_of_a_character = 4;  // in UTF-8, which is cut as a whole
    const bool may_be_cut = name.size() + bytes_of_a_character > max_identifier_bytes;
    const bool is_whole = name.size() >= begin.size() + end.size() && name.ends_with(end);
    return name.starts_with(begin) && (is_whole || may_be_cut);
  }
  friend bool operator==(const NameInPart&, const NameInPart&) = default;
};

}  // namespace pgplumb
