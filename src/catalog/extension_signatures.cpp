#include "catalog/extension_signatures.h"

#include <algorithm>

#include "sql/canonical/resolution/signatures.h"

namespace pgplumb {

ExtensionSignatures::ExtensionSignatures(const ExtensionRoutines& routines, const FindType& type_named) {
  for (const ExtensionRoutine& routine : routines)
    if (auto signature = read_signature(routine.signature, type_named))
      by_name_[routine.name].push_back({routine.schema, std::move(*signature)});
}

std::vector<Signature> ExtensionSignatures::named(std::string_view schema, std::string_view name) const {
  std::vector<Signature> signatures;
  const auto found = by_name_.find(std::string(name));
  if (found == by_name_.end()) return signatures;
  for (const Row& row : found->second)
    if (schema.empty() || row.schema == schema) signatures.push_back(row.signature);
  return signatures;
}

std::string ExtensionSignatures::schema_of(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  if (found == by_name_.end()) return {};
  const std::vector<Row>& rows = found->second;
  const bool is_one = std::all_of(rows.begin(), rows.end(), [&](const Row& row) { return row.schema == rows.front().schema; });
  return is_one ? rows.front().schema : std::string();
}

}  // namespace pgplumb
