#include "findings/fixes/owned_sequence.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

namespace pgplumb {

namespace {

bool is_owned_by(const Entry& entry, const Entry& column) {
  const auto* sequence = std::get_if<Sequence>(&entry.object);
  return sequence && sequence->owned_by.symbol == column.symbol;
}

}  // namespace

const Entry* owned_sequence(const Catalog& catalog, const Entry& column) {
  const auto& stated = std::get<Column>(column.object);
  if (stated.identity == Identity::none && !stated.default_value) return nullptr;
  const std::string usual_name = make_object_name(column.id.name, column.id.member, "seq");
  const Entry* usual = catalog.find({Namespace::sequence, column.id.schema, usual_name, {}});
  if (usual && is_owned_by(*usual, column)) return usual;
  const auto entries = catalog.entries();
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return is_owned_by(entry, column); });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace pgplumb
