#include "catalog/names.h"

#include <algorithm>
#include <functional>

namespace pgplumb {

bool has_index_name(const Draft::Item& item) {
  return item.space == Namespace::index || std::holds_alternative<PrimaryKey>(item.object) ||
         std::holds_alternative<Unique>(item.object) || std::holds_alternative<Exclusion>(item.object);
}

Names::Key Names::key_of(const Node& node) { return {node.space, node.symbol->parent, node.symbol->text}; }

/// Each set of these holds one sort of object, so that the namespace says nothing.
Names::Key Names::key_in_schema(const Node& node) { return {Namespace::schema, node.symbol->parent->parent, node.symbol->text}; }

template <Names::Key (*KeyOf)(const Node&)>
std::size_t Names::Hash<KeyOf>::operator()(const Key& key) const {
  const auto place = std::hash<const void*>{}(key.parent) * 31 + static_cast<std::size_t>(key.space);
  const auto mixed = (std::hash<std::string_view>{}(key.name) ^ place) * 0x9e3779b97f4a7c15ull;
  return mixed ^ (mixed >> 32);
}

/// Fuller than usual: the sets' room counts among what reading touches first.
Names::Names() {
  constexpr float fullest = 0.8f;
  nodes_.max_load_factor(fullest);
  indexes_.max_load_factor(fullest);
}

Node* Names::find(Namespace space, const Symbol* parent, std::string_view name) const {
  const auto found = nodes_.find(Key{space, parent, name});
  return found == nodes_.end() ? nullptr : *found;
}

Node* Names::find_index(const Symbol* schema, std::string_view name) const {
  const auto found = indexes_.find(Key{Namespace::schema, schema, name});
  return found == indexes_.end() ? nullptr : *found;
}

bool Names::has_constraint(const Symbol* schema, std::string_view name) const {
  return constraints_.contains(Key{Namespace::schema, schema, name});
}

bool Names::enter(Node& node) {
  if (!nodes_.insert(&node).second) return false;
  if (has_index_name(node)) indexes_.insert(&node);
  if (node.space == Namespace::constraint) constraints_.insert(&node);
  return true;
}

void Names::leave(Node& node) {
  nodes_.erase(&node);
  if (node.space == Namespace::constraint) {
    const auto [first, last] = constraints_.equal_range(&node);
    if (const auto found = std::find(first, last, &node); found != last) constraints_.erase(found);
  }
  const auto index = has_index_name(node) ? indexes_.find(&node) : indexes_.end();
  if (index != indexes_.end() && *index == &node) indexes_.erase(index);
}

}  // namespace pgplumb
