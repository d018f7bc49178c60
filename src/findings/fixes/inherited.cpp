#include "findings/fixes/inherited.h"

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

const Table* owner_in(const Case& one, int source) {
  const auto& owners = one.first().owners;
  return owners.empty() ? nullptr : as_table(owners[static_cast<std::size_t>(source)]);
}

/// Whether one of the parents of the table has such a member.
bool is_of_parent(const Case& one, const Table* table, int having) {
  const Entry& member = *one.first().says[static_cast<std::size_t>(having)].entry;
  return table && std::any_of(table->parents->begin(), table->parents->end(), [&](RelationRef parent) {
           return member_of(one.source(having).catalog, parent, member.id) != nullptr;
         });
}

}  // namespace

bool is_changed_above(const Case& one) {
  if (!is_passed_on(one)) return false;
  const int having = one.is_missing() ? one.expected() : one.actual();
  // INHERIT takes only what has all the columns already.
  if (one.is_missing() && one.first().kind == Column::kind) return is_of_parent(one, owner_in(one, one.actual()), having);
  return is_of_parent(one, owner_in(one, one.actual()), having) || is_of_parent(one, owner_in(one, one.expected()), having);
}

bool is_of_typed_table(const Case& one) {
  const Table* table = one.first().kind == Column::kind ? owner_in(one, one.actual()) : nullptr;
  return table && table->composite_type.name && is_passed_on(one);
}

}  // namespace pgplumb
