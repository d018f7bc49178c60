#include "catalog/sorted_entries.h"

#include <algorithm>
#include <tuple>

namespace pgplumb {

namespace {

void append(Draft::Item& item, std::string_view schema, std::string_view name, std::string_view member,
            std::vector<Entry>& entries) {
  entries.emplace_back(std::move(static_cast<Declaration&>(item)), ObjectId{item.space, schema, name, member});
}

void order_by_name(std::vector<Draft::Item*>& items) {
  std::sort(items.begin(), items.end(), [](const Draft::Item* a, const Draft::Item* b) {
    return std::tie(a->symbol->text, a->space) < std::tie(b->symbol->text, b->space);
  });
}

void order_members(std::vector<Draft::Item*>& items) {
  std::sort(items.begin(), items.end(), [](const Draft::Item* a, const Draft::Item* b) {
    return a->space != b->space ? a->space < b->space : a->symbol->text < b->symbol->text;
  });
}

void number_values(std::vector<Draft::Item*>& values) {
  const auto position = [](Draft::Item* item) -> float& { return std::get<EnumValue>(item->object).position; };
  std::stable_sort(values.begin(), values.end(), [&](auto* a, auto* b) { return position(a) < position(b); });
  for (std::size_t i = 0; i < values.size(); ++i) position(values[i]) = static_cast<float>(i);
}

/// Of what is in a schema.
void append_owner(Draft::Item& owner, std::vector<Draft::Item*> members, std::vector<Entry>& entries) {
  const std::string_view schema = owner.symbol->parent->text;
  const std::string_view name = owner.symbol->text;
  if (std::holds_alternative<Enum>(owner.object)) number_values(members);
  append(owner, schema, name, {}, entries);
  order_members(members);
  for (Draft::Item* member : members) append(*member, schema, name, member->symbol->text, entries);
}

}  // namespace

std::vector<Entry> sorted_entries(std::vector<Draft::Item*> globals, const MembersOf& members_of, std::size_t count) {
  order_by_name(globals);
  std::vector<Entry> entries;
  entries.reserve(count);
  for (Draft::Item* global : globals) append(*global, {}, global->symbol->text, {}, entries);
  for (const Draft::Item* schema : globals) {
    auto owners = members_of(schema->symbol);
    order_by_name(owners);
    for (Draft::Item* owner : owners) append_owner(*owner, members_of(owner->symbol), entries);
  }
  return entries;
}

}  // namespace pgplumb
