#include "catalog/altered_unseen.h"

#include <algorithm>

#include "catalog/declared.h"

namespace pgplumb {

namespace {

/// Stands among what an object accepts, with the place of the statement for a value.
constexpr std::string_view any_field = "*";

}  // namespace

void mark_all_altered_unseen(Draft& draft, const Position& by) {
  const Acceptance mark{any_field, false, std::vector<std::string>(1, by.text())};
  for_each_declared(draft, [&](const Draft::Item& item) {
    if (!altered_unseen_by(item).empty()) return;
    draft.change(item.symbol, [&](Draft::Item& marked) { marked.notes.edit().accepts.push_back(mark); });
  });
}

std::string_view altered_unseen_by(const Declaration& declared) {
  const auto& accepts = declared.notes->accepts;
  const auto mark = std::find_if(accepts.begin(), accepts.end(), [](const Acceptance& one) { return one.field == any_field; });
  return mark == accepts.end() ? std::string_view() : std::string_view(mark->values.front());
}

}  // namespace pgplumb
