#include "explain/messages/marks.h"

#include <algorithm>
#include <cstring>

namespace pgplumb {
namespace {
constexpr auto npos = std::string_view::npos;
}

Marks::Marks(std::string_view text) : text_(text) {
  for (const Dialect& dialect : dialects())
    for (const auto mark : dialect.marks) {
      searches_.push_back({mark, &dialect, 0});
      move_to(searches_.back(), 0);
    }
}

void Marks::move_to(Search& search, std::size_t from) const {
  // memmem() skips ahead by the mark's length; string_view::find() stops at each first letter.
  const void* found =
      from < text_.size() ? memmem(text_.data() + from, text_.size() - from, search.mark.data(), search.mark.size()) : nullptr;
  search.at = found ? static_cast<std::size_t>(static_cast<const char*>(found) - text_.data()) : npos;
}

std::optional<Marks::Found> Marks::next(std::size_t from) {
  for (auto& search : searches_)
    if (search.at < from) move_to(search, from);
  const auto first =
      std::min_element(searches_.begin(), searches_.end(), [](const Search& a, const Search& b) { return a.at < b.at; });
  if (first == searches_.end() || first->at == npos) return std::nullopt;
  const Found found{first->at, first->dialect};
  move_to(*first, first->at + 1);
  return found;
}

}  // namespace pgplumb
