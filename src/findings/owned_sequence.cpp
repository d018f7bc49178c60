#include "findings/owned_sequence.h"

#include <algorithm>

namespace pgplumb {

const Entry* owned_sequence(const Catalog& catalog, const Entry& column) {
  const auto entries = catalog.entries();
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
    const auto* sequence = std::get_if<Sequence>(&entry.object);
    return sequence && sequence->owned_by.symbol == column.symbol;
  });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace pgplumb
