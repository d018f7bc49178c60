// The draft keeps every object in a node of its own, found by (namespace, parent's symbol, name). Because children are
// keyed by their parent's symbol and not by its name, a rename re-keys one node only.
#include <pgplumb/catalog/draft.h>

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

#include "catalog/references.h"
#include "catalog/settle.h"

namespace pgplumb {

namespace {

struct Key {
  Namespace space;
  const Symbol* parent;
  std::string_view name;
  bool operator==(const Key&) const = default;
};
struct KeyHash {
  std::size_t operator()(const Key& key) const {
    const auto mixed = std::hash<const void*>{}(key.parent) * 31 + static_cast<std::size_t>(key.space);
    return std::hash<std::string_view>{}(key.name) ^ (mixed * 0x9e3779b97f4a7c15ull);
  }
};

struct Node {
  Draft::Item item;
  std::vector<Symbol*> members;
  bool alive = true;
};

/// Whether the object occupies a name among its schema's relations: indexes, and constraints that an index backs.
bool has_index_name(const Draft::Item& item) {
  return item.space == Namespace::index || std::holds_alternative<PrimaryKey>(item.object) ||
         std::holds_alternative<Unique>(item.object) || std::holds_alternative<Exclusion>(item.object);
}

/// Whether it is found by its schema's symbol, so that it must follow where its table moves.
bool is_named_in_schema(const Draft::Item& item) { return has_index_name(item) || item.space == Namespace::constraint; }

}  // namespace

struct Draft::State {
  std::shared_ptr<Symbols> symbols = std::make_shared<Symbols>();
  std::deque<Node> nodes;  // nodes[symbol->number - 1]
  std::unordered_map<Key, Node*, KeyHash> by_name;
  std::unordered_map<Key, Node*, KeyHash> indexes_by_name;           // parent: the schema
  std::unordered_multimap<Key, Node*, KeyHash> constraints_by_name;  // parent: the schema
  std::unordered_map<const Symbol*, std::vector<Node*>> referrers;
  std::vector<Symbol*> globals;  // schemas among them
  std::unordered_map<std::string, const Symbol*> phantoms;
  std::vector<std::function<void()>> undo;
  bool recording = false;

  Node* node(const Symbol* symbol) {
    if (!symbol || symbol->number == 0 || symbol->number > nodes.size()) return nullptr;
    Node& found = nodes[symbol->number - 1];
    return found.item.symbol == symbol ? &found : nullptr;
  }
  void record(std::function<void()> action) {
    if (recording) undo.push_back(std::move(action));
  }
  static Key key_of(const Node& node) { return {node.item.space, node.item.symbol->parent, node.item.symbol->text}; }
  static Key key_in_schema(const Node& node, Namespace space) {
    return {space, node.item.symbol->parent->parent, node.item.symbol->text};
  }
  static Key index_key_of(const Node& node) { return key_in_schema(node, Namespace::index); }

  void enter_index_names(Node& node) {
    if (has_index_name(node.item)) indexes_by_name.emplace(index_key_of(node), &node);
    if (node.item.space == Namespace::constraint) constraints_by_name.emplace(key_in_schema(node, Namespace::constraint), &node);
  }
  void enter_names(Node& node) {
    by_name.emplace(key_of(node), &node);
    enter_index_names(node);
  }
  void leave_names(Node& node) {
    by_name.erase(key_of(node));
    if (node.item.space == Namespace::constraint) leave_constraint_names(node);
    if (!has_index_name(node.item)) return;
    auto found = indexes_by_name.find(index_key_of(node));
    if (found != indexes_by_name.end() && found->second == &node) indexes_by_name.erase(found);
  }
  void leave_constraint_names(Node& node) {
    const auto [first, last] = constraints_by_name.equal_range(key_in_schema(node, Namespace::constraint));
    const auto found = std::find_if(first, last, [&](const auto& named) { return named.second == &node; });
    if (found != last) constraints_by_name.erase(found);
  }
  void refer(Node& node) {
    for_each_reference(node.item.object, [&](const Symbol* symbol) {
      // What refers to a member of its own table is found among that table's members.
      const bool is_sibling = is_member(node.item.space) && symbol->parent == node.item.symbol->parent;
      if (symbol->number == 0 || is_sibling) return;
      auto& list = referrers[symbol];
      if (list.empty() || list.back() != &node) list.push_back(&node);
    });
  }
  void set_alive(Node& node, bool alive) {
    if (node.alive == alive) return;
    node.alive = alive;
    if (alive)
      enter_names(node);
    else
      leave_names(node);
  }
  /// Gives `symbol` the name and parent, its indexes' names moving with a table.
  void rekey(Node& node, std::string_view text, const Symbol* parent) {
    std::vector<Node*> named;
    for (Symbol* member : node.members)
      if (Node* child = this->node(member); child && child->alive && is_named_in_schema(child->item)) named.push_back(child);
    for (Node* child : named) leave_names(*child);
    leave_names(node);
    node.item.symbol->text = text;
    node.item.symbol->parent = parent;
    enter_names(node);
    for (Node* child : named) enter_names(*child);
  }
};

Draft::Draft() : state_(std::make_unique<State>()) {}
Draft::~Draft() = default;
Draft::Draft(Draft&&) noexcept = default;
Draft& Draft::operator=(Draft&&) noexcept = default;

Symbol* Draft::declare(Namespace space, const Symbol* parent, std::string_view name, Object object, Position at) {
  Symbol* symbol = state_->symbols->make(name, parent);
  const auto [place, is_free] = state_->by_name.try_emplace({space, parent, symbol->text}, nullptr);
  if (!is_free) return nullptr;
  symbol->number = static_cast<unsigned>(state_->nodes.size() + 1);
  Node& node = state_->nodes.emplace_back();
  node.item.symbol = symbol;
  node.item.space = space;
  node.item.object = std::move(object);
  node.item.declared_at = at;
  place->second = &node;
  state_->enter_index_names(node);
  state_->refer(node);
  if (Node* owner = state_->node(parent)) owner->members.push_back(symbol);
  if (is_global(space)) state_->globals.push_back(symbol);
  state_->record([state = state_.get(), &node] { state->set_alive(node, false); });
  return symbol;
}

Symbol* Draft::find(Namespace space, const Symbol* parent, std::string_view name) const {
  const auto found = state_->by_name.find({space, parent, name});
  return found == state_->by_name.end() ? nullptr : found->second->item.symbol;
}

const Draft::Item* Draft::item(const Symbol* symbol) const {
  const Node* node = state_->node(symbol);
  return node && node->alive ? &node->item : nullptr;
}

void Draft::change(const Symbol* symbol, const std::function<void(Item&)>& edit) {
  Node& node = *state_->node(symbol);
  if (state_->recording) state_->record([&node, before = std::make_shared<Item>(node.item)] { node.item = *before; });
  edit(node.item);
  state_->refer(node);
}

void Draft::forget_written(const Symbol* symbol) {
  if (const Item* found = item(symbol); found && !found->written.empty())
    change(symbol, [](Item& changed) { changed.written = {}; });
}

bool Draft::rename(const Symbol* symbol, std::string_view name) {
  Node& node = *state_->node(symbol);
  const Key key{node.item.space, symbol->parent, name};
  const bool index_taken = has_index_name(node.item) && relation_name_taken(symbol->parent->parent, name);
  const bool is_relation = node.item.space == Namespace::relation || node.item.space == Namespace::sequence;
  const bool relation_taken = is_relation && relation_name_taken(symbol->parent, name);
  if (state_->by_name.contains(key) || index_taken || relation_taken) return false;
  for (const Symbol* dependent : dependents(symbol)) forget_written(dependent);
  forget_written(symbol);
  state_->record([state = state_.get(), &node, before = symbol->text] { state->rekey(node, before, node.item.symbol->parent); });
  state_->rekey(node, name, symbol->parent);
  return true;
}

bool Draft::move(const Symbol* symbol, const Symbol* schema) {
  Node& node = *state_->node(symbol);
  if (state_->by_name.contains({node.item.space, schema, symbol->text})) return false;
  const auto carry = [state = state_.get(), &node](const Symbol* to) {
    Node* from = state->node(node.item.symbol->parent);
    std::erase(from->members, node.item.symbol);
    state->rekey(node, node.item.symbol->text, to);
    state->node(to)->members.push_back(node.item.symbol);
  };
  state_->record([carry, before = symbol->parent] { carry(before); });
  carry(schema);
  return true;
}

void Draft::drop(const Symbol* symbol) {
  Node& node = *state_->node(symbol);
  for (Symbol* member : node.members)
    if (item(member)) drop(member);
  state_->set_alive(node, false);
  state_->record([state = state_.get(), &node] { state->set_alive(node, true); });
}

std::vector<Symbol*> Draft::schemas() const {
  std::vector<Symbol*> alive = state_->globals;
  std::erase_if(alive, [&](Symbol* schema) { return !item(schema) || item(schema)->space != Namespace::schema; });
  return alive;
}

std::vector<Symbol*> Draft::globals() const {
  std::vector<Symbol*> alive = state_->globals;
  std::erase_if(alive, [&](Symbol* global) { return !item(global) || item(global)->space == Namespace::schema; });
  return alive;
}

std::vector<Symbol*> Draft::members(const Symbol* owner) const {
  std::vector<Symbol*> alive;
  if (const Node* node = state_->node(owner))
    std::copy_if(node->members.begin(), node->members.end(), std::back_inserter(alive),
                 [&](Symbol* member) { return item(member); });
  return alive;
}

std::vector<Symbol*> Draft::members(const Symbol* owner, Namespace space) const {
  std::vector<Symbol*> all = members(owner);
  std::erase_if(all, [&](Symbol* member) { return item(member)->space != space; });
  return all;
}

std::vector<Symbol*> Draft::dependents(const Symbol* symbol) const {
  std::vector<Symbol*> found;
  const auto refers = [&](const Node& node) {
    bool does = false;
    for_each_reference(node.item.object,
                       [&](const Symbol* referred) { does |= referred == symbol || referred->parent == symbol; });
    return does;
  };
  const auto take = [&](const Node* node) {
    Symbol* dependent = node->item.symbol;
    const bool inside = dependent->parent == symbol;
    if (node->alive && !inside && dependent != symbol && refers(*node) &&
        std::find(found.begin(), found.end(), dependent) == found.end())
      found.push_back(dependent);
  };
  const auto take_referrers = [&](const Symbol* referred) {
    const auto list = state_->referrers.find(referred);
    if (list != state_->referrers.end()) std::for_each(list->second.begin(), list->second.end(), take);
  };
  take_referrers(symbol);
  const Item* self = item(symbol);
  if (self && self->space == Namespace::column)
    for (Symbol* sibling : members(symbol->parent)) take(state_->node(sibling));
  else
    for (Symbol* member : members(symbol)) take_referrers(member);
  return found;
}

Symbol* Draft::find_index(const Symbol* schema, std::string_view name) const {
  const auto found = state_->indexes_by_name.find({Namespace::index, schema, name});
  return found == state_->indexes_by_name.end() ? nullptr : found->second->item.symbol;
}

bool Draft::relation_name_taken(const Symbol* schema, std::string_view name) const {
  return find(Namespace::relation, schema, name) || find(Namespace::sequence, schema, name) || find_index(schema, name);
}

bool Draft::constraint_name_taken(const Symbol* schema, std::string_view name) const {
  return state_->constraints_by_name.contains({Namespace::constraint, schema, name});
}

Draft::Mark Draft::mark() const {
  state_->recording = true;
  return state_->undo.size();
}

void Draft::rollback(Mark mark) {
  while (state_->undo.size() > mark) {
    const auto action = std::move(state_->undo.back());
    state_->undo.pop_back();
    const bool was_recording = std::exchange(state_->recording, false);
    action();
    state_->recording = was_recording;
  }
}

void Draft::forget_undo() {
  state_->undo.clear();
  state_->recording = false;
}

const Symbol* Draft::phantom(std::string_view schema, std::string_view name) {
  auto& symbol = state_->phantoms[std::string(schema) + '\0' + std::string(name)];
  if (!symbol) symbol = state_->symbols->make(name, schema.empty() ? nullptr : state_->symbols->make(schema));
  return symbol;
}

Catalog Draft::settle() {
  std::vector<SettledItem> alive;
  alive.reserve(state_->nodes.size());
  for (Node& node : state_->nodes)
    if (node.alive) alive.push_back({&node.item});
  normalise_items(alive, [this](const Symbol* symbol) { return object<Column>(symbol); });
  auto entries = sorted_entries(alive, *state_->symbols);
  Catalog catalog(std::move(entries), state_->symbols);
  state_ = std::make_unique<State>();
  return catalog;
}

}  // namespace pgplumb
