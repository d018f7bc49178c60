// Where in a text the marks of all dialects are: one fast search for each mark, however long the text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "explain/messages/dialect.h"

namespace pgplumb {

class Marks {
 public:
  explicit Marks(std::string_view text);

  struct Found {
    std::size_t at;
    const Dialect* dialect;
  };
  /// The first mark at or behind `from`; of several dialects' at one place, the first in the list, then (by asking again) the
  /// others.
  std::optional<Found> next(std::size_t from);

 private:
  struct Search {
    std::string_view mark;
    const Dialect* dialect;
    std::size_t at;  // its next place not yet given out; npos when there is none
  };
  void move_to(Search& search, std::size_t from) const;

  std::string_view text_;
  std::vector<Search> searches_;
};

}  // namespace pgplumb
