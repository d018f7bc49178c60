#include "findings/inherited.h"

#include <algorithm>

namespace pgplumb {

namespace {

/// The columns and CHECK constraints, of what changes of them.
bool is_passed_on(const Case& one) {
  if (one.first().kind == Check::kind) return true;
  return one.first().kind == Column::kind && (one.is_presence() || one.is_name() || one.first().field == "type");
}

const Entry* member_of(const Catalog& catalog, RelationRef relation, const ObjectId& member) {
  const Symbol& table = *relation.symbol;
  return table.parent ? catalog.find({member.space, table.parent->text, table.text, member.member}) : nullptr;
}

const Table* as_table(const Entry* entry) { return entry ? std::get_if<Table>(&entry->object) : nullptr; }

}  // namespace

bool is_changed_above(const Case& one) {
  const auto& owners = one.first().owners;
  const Table* there = owners.empty() ? nullptr : as_table(owners[static_cast<std::size_t>(one.actual())]);
  if (!there || !is_passed_on(one)) return false;
  const int having = one.is_missing() ? one.expected() : one.actual();
  const Entry& member = *one.first().says[static_cast<std::size_t>(having)].entry;
  return std::any_of(there->parents->begin(), there->parents->end(),
                     [&](RelationRef parent) { return member_of(one.source(having).catalog, parent, member.id) != nullptr; });
}

}  // namespace pgplumb
