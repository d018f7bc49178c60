#include "findings/fixes/owned_sequence.h"

#include <pgplumb/sql/identifier.h>

#include "findings/fixes/dependents.h"

namespace pgplumb {

const Entry* owned_sequence(const Case& one, int source, const Entry& column) {
  const auto& stated = std::get<Column>(column.object);
  if (stated.identity == Identity::none && !stated.default_value) return nullptr;
  const std::string usual_name = make_object_name(column.id.name, column.id.member, "seq");
  const Entry* owned = nullptr;
  for (const Entry* entry : one.dependents_in(source).naming(column.symbol)) {
    const auto* sequence = std::get_if<Sequence>(&entry->object);
    if (!sequence || sequence->owned_by.symbol != column.symbol) continue;
    if (!owned || entry->id.name == usual_name) owned = entry;
  }
  return owned;
}

}  // namespace pgplumb
