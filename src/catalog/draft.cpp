// The draft keeps every object in a node of its own, found by its symbol's number or by its name.
#include <pgplumb/catalog/draft.h>

#include <algorithm>
#include <memory_resource>
#include <optional>
#include <unordered_map>
#include <utility>

#include "catalog/names.h"
#include "catalog/references.h"
#include "catalog/settle.h"
#include "catalog/steady_list.h"

namespace pgplumb {

namespace {

/// Whether it is found by its schema's symbol, so that it must follow where its table moves.
bool is_named_in_schema(const Draft::Item& item) { return has_index_name(item) || item.space == Namespace::constraint; }

/// What the catalog keeps of its draft.
struct Kept {
  Symbols symbols;
  std::pmr::monotonic_buffer_resource texts;

  std::string_view keep(std::string_view text) {
    auto* const place = static_cast<char*>(texts.allocate(text.size(), 1));
    return {place, text.copy(place, text.size())};
  }
};

}  // namespace

struct Draft::State {
  std::shared_ptr<Kept> kept = std::make_shared<Kept>();
  SteadyList<Node> nodes;  // nodes[symbol->number - 1]
  Names names;
  using Referrers = std::unordered_map<const Symbol*, std::vector<Node*>>;
  std::optional<Referrers> referrers;  // from the first time on that somebody asks; what states a model never asks
  std::vector<Symbol*> globals;        // schemas among them
  // Routines and operators by all names that they ever had, without the signatures.
  std::unordered_map<std::string, std::vector<Symbol*>> overloads;
  std::vector<Symbol*> second_names;
  std::unordered_map<std::string, Symbol*> phantoms;  // by phantom_key()
  std::vector<std::function<void()>> undo;
  bool recording = false;

  Node* node(const Symbol* symbol) {
    if (!symbol || symbol->number == 0 || symbol->number > nodes.size()) return nullptr;
    Node& found = nodes[symbol->number - 1];
    return found.symbol == symbol ? &found : nullptr;
  }
  template <class Action>
  void record(Action action) {
    if (recording) undo.push_back(std::move(action));
  }
  /// What the object refers to, what it did before included.
  void refer(Node& node) {
    if (referrers) enter_references(node, *referrers);
  }
  const Referrers& all_referrers() {
    if (!referrers) {
      referrers.emplace();
      for (std::size_t i = 0; i < nodes.size(); ++i) enter_references(nodes[i], *referrers);
    }
    return *referrers;
  }
  static void enter_references(Node& node, Referrers& referrers) {
    for_each_reference(node.object, [&](const Symbol* symbol) {
      // What refers to a member of its own table is found among that table's members.
      const bool is_sibling = is_member(node.space) && symbol->parent == node.symbol->parent;
      if (symbol->number == 0 || is_sibling) return;
      auto& list = referrers[symbol];
      if (list.empty() || list.back() != &node) list.push_back(&node);
    });
  }
  void note_name(const Node& node) {
    if (node.space == Namespace::routine || node.space == Namespace::operators)
      overloads[std::string(name_without_signature(node.symbol->text))].push_back(node.symbol);
  }
  void set_alive(Node& node, bool alive) {
    if (node.alive == alive) return;
    node.alive = alive;
    if (alive)
      names.enter(node);
    else
      names.leave(node);
  }
  /// Gives `symbol` the name and parent, its indexes' names moving with a table.
  void rekey(Node& node, std::string_view text, const Symbol* parent) {
    std::vector<Node*> named;
    for (Symbol* member : members_of(node))
      if (Node* child = this->node(member); child && child->alive && is_named_in_schema(*child)) named.push_back(child);
    for (Node* child : named) names.leave(*child);
    names.leave(node);
    if (node.called.data() == node.symbol->text.data()) node.called = kept->keep(node.called);
    node.symbol->text = text;
    node.symbol->parent = parent;
    names.enter(node);
    note_name(node);
    for (Node* child : named) names.enter(*child);
  }
  static std::vector<Symbol*>& members_of(Node& owner) {
    constexpr std::size_t usual_count = 16;
    if (!owner.members) {
      owner.members = std::make_unique<std::vector<Symbol*>>();
      owner.members->reserve(usual_count);
    }
    return *owner.members;
  }
};

Draft::Draft() : state_(std::make_unique<State>()) {}
Draft::~Draft() = default;
Draft::Draft(Draft&&) noexcept = default;
Draft& Draft::operator=(Draft&&) noexcept = default;

Symbol* Draft::declare(Namespace space, const Symbol* parent, std::string_view name, Declaration&& declaration) {
  Node& node = state_->nodes.emplace_back(std::move(declaration), space);
  node.symbol = state_->kept->symbols.make(name, parent);
  if (!state_->names.enter(node)) {
    state_->nodes.pop_back();
    return nullptr;
  }
  node.symbol->number = static_cast<unsigned>(state_->nodes.size());
  if (!node.called.empty()) node.called = node.called == name ? node.symbol->text : state_->kept->keep(node.called);
  state_->refer(node);
  state_->note_name(node);
  if (Node* owner = state_->node(parent)) State::members_of(*owner).push_back(node.symbol);
  if (!parent) state_->globals.push_back(node.symbol);
  state_->record([state = state_.get(), &node] { state->set_alive(node, false); });
  return node.symbol;
}

Symbol* Draft::declare(Namespace space, const Symbol* parent, std::string_view name, Object object, Position at) {
  return declare(space, parent, name, Declaration{.object = std::move(object), .declared_at = at});
}

Symbol* Draft::find(Namespace space, const Symbol* parent, std::string_view name) const {
  const Node* found = state_->names.find(space, parent, name);
  return found ? found->symbol : nullptr;
}

const Draft::Item* Draft::item(const Symbol* symbol) const {
  const Node* node = state_->node(symbol);
  return node && node->alive ? node : nullptr;
}

std::size_t Draft::declared_count() const { return state_->nodes.size(); }

const Draft::Item* Draft::declared(std::size_t n) const {
  const Node& node = state_->nodes[n - 1];
  return node.alive ? &node : nullptr;
}

void Draft::change(const Symbol* symbol, const std::function<void(Item&)>& edit) {
  Node& node = *state_->node(symbol);
  if (state_->recording)
    state_->record([state = state_.get(), &node, before = std::make_shared<Item>(node)] {
      static_cast<Item&>(node) = *before;
      state->refer(node);
    });
  edit(node);
  state_->refer(node);
}

void Draft::forget_written(const Symbol* symbol) {
  if (const Item* found = item(symbol); found && !found->notes->written.empty())
    change(symbol, [](Item& changed) { changed.notes.edit().written = {}; });
}

void Draft::forget_written_around(const Symbol* symbol) {
  forget_written(symbol);
  for (const Symbol* member : members(symbol)) forget_written(member);
  for (const Symbol* dependent : dependents(symbol)) forget_written(dependent);
}

bool Draft::rename(const Symbol* symbol, std::string_view name) {
  Node& node = *state_->node(symbol);
  const bool index_taken = has_index_name(node) && relation_name_taken(symbol->parent->parent, name);
  const bool is_relation =
      node.space == Namespace::relation || node.space == Namespace::partition || node.space == Namespace::sequence;
  const bool relation_taken = is_relation && relation_name_taken(symbol->parent, name);
  if (find(node.space, symbol->parent, name) || index_taken || relation_taken) return false;
  forget_written_around(symbol);
  state_->record([state = state_.get(), &node, before = symbol->text] { state->rekey(node, before, node.symbol->parent); });
  state_->rekey(node, name, symbol->parent);
  return true;
}

bool Draft::move(const Symbol* symbol, const Symbol* schema) {
  Node& node = *state_->node(symbol);
  if (find(node.space, schema, symbol->text)) return false;
  forget_written_around(symbol);
  const auto carry = [state = state_.get(), &node](const Symbol* to) {
    std::erase(State::members_of(*state->node(node.symbol->parent)), node.symbol);
    state->rekey(node, node.symbol->text, to);
    State::members_of(*state->node(to)).push_back(node.symbol);
  };
  state_->record([carry, before = symbol->parent] { carry(before); });
  carry(schema);
  return true;
}

void Draft::turn_into(const Symbol* symbol, Namespace space, Object object) {
  Node& node = *state_->node(symbol);
  const auto put = [state = state_.get(), &node](Namespace in, const Object& made) {
    state->names.leave(node);
    node.space = in;
    node.object = made;
    state->names.enter(node);
    state->refer(node);
  };
  state_->record([put, before = node.space, was = node.object] { put(before, was); });
  put(space, object);
}

void Draft::drop(const Symbol* symbol) {
  Node& node = *state_->node(symbol);
  for (Symbol* member : members(symbol)) drop(member);
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
  if (const Node* node = state_->node(owner); node && node->members)
    std::copy_if(node->members->begin(), node->members->end(), std::back_inserter(alive),
                 [&](Symbol* member) { return item(member); });
  return alive;
}

std::vector<Symbol*> Draft::members(const Symbol* owner, Namespace space) const {
  std::vector<Symbol*> all = members(owner);
  std::erase_if(all, [&](Symbol* member) { return item(member)->space != space; });
  return all;
}

std::vector<Symbol*> Draft::overloads(Namespace space, std::string_view name) const {
  std::vector<Symbol*> found;
  const auto list = state_->overloads.find(std::string(name));
  if (list == state_->overloads.end()) return found;
  for (Symbol* overload : list->second) {
    const Item* there = item(overload);
    if (there && there->space == space && name_without_signature(overload->text) == name &&
        std::find(found.begin(), found.end(), overload) == found.end())
      found.push_back(overload);
  }
  return found;
}

std::vector<Symbol*> Draft::dependents(const Symbol* symbol) const {
  std::vector<Symbol*> found;
  const auto refers = [&](const Node& node) {
    bool does = false;
    for_each_reference(node.object,
                       [&](const Symbol* referred) { does |= bear_one_number(referred, symbol) || referred->parent == symbol; });
    return does;
  };
  const auto take = [&](const Node* node) {
    Symbol* dependent = node->symbol;
    const bool inside = dependent->parent == symbol;
    if (node->alive && !inside && dependent != symbol && refers(*node) &&
        std::find(found.begin(), found.end(), dependent) == found.end())
      found.push_back(dependent);
  };
  const auto& referrers = state_->all_referrers();
  const auto take_referrers = [&](const Symbol* referred) {
    const auto list = referrers.find(referred);
    if (list != referrers.end()) std::for_each(list->second.begin(), list->second.end(), take);
  };
  take_referrers(symbol);
  for (const Symbol* second : state_->second_names)
    if (bear_one_number(second, symbol)) take_referrers(second);
  const Item* self = item(symbol);
  if (self && self->space == Namespace::column)
    for (Symbol* sibling : members(symbol->parent)) take(state_->node(sibling));
  else
    for (Symbol* member : members(symbol)) take_referrers(member);
  return found;
}

Symbol* Draft::find_index(const Symbol* schema, std::string_view name) const {
  const Node* found = state_->names.find_index(schema, name);
  return found ? found->symbol : nullptr;
}

bool Draft::relation_name_taken(const Symbol* schema, std::string_view name) const {
  return find(Namespace::relation, schema, name) || find(Namespace::partition, schema, name) ||
         find(Namespace::sequence, schema, name) || find_index(schema, name);
}

bool Draft::constraint_name_taken(const Symbol* schema, std::string_view name) const {
  return state_->names.has_constraint(schema, name);
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

namespace {

std::string phantom_key(std::string_view schema, std::string_view name) { return std::string(schema) + '\0' + std::string(name); }

}  // namespace

const Symbol* Draft::phantom(std::string_view schema, std::string_view name) {
  auto& symbol = state_->phantoms[phantom_key(schema, name)];
  Symbols& symbols = state_->kept->symbols;
  if (!symbol) symbol = symbols.make(name, schema.empty() ? nullptr : symbols.make(schema));
  return symbol;
}

void Draft::rename_phantom(std::string_view schema, std::string_view name, std::string_view new_schema,
                           std::string_view new_name) {
  auto& phantoms = state_->phantoms;
  const auto found = phantoms.find(phantom_key(schema, name));
  if (found == phantoms.end()) return;
  Symbol* symbol = found->second;
  state_->record([before = *symbol, symbol, &phantoms, all = phantoms] {
    *symbol = before;
    phantoms = all;
  });
  symbol->text = new_name;
  if (symbol->parent) symbol->parent = state_->kept->symbols.make(new_schema);
  phantoms.erase(found);
  phantoms.emplace(phantom_key(symbol->parent ? new_schema : std::string_view(), new_name), symbol);
}

const Symbol* Draft::give_second_name(const Symbol* object, const Symbol* parent, std::string_view name) {
  Symbol* second = state_->kept->symbols.make(name, parent);
  second->number = object->number;
  return state_->second_names.emplace_back(second);
}

const Symbol* Draft::find_second_name(const Symbol* parent, std::string_view name) const {
  const auto& all = state_->second_names;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Symbol* second) {
    return second->parent == parent && second->text == name && declared(second->number);
  });
  return found == all.end() ? nullptr : *found;
}

void Draft::change_second_name(const Symbol* second, const Symbol* parent, std::string_view name) {
  forget_written_around(declared(second->number)->symbol);
  const auto found = std::find(state_->second_names.begin(), state_->second_names.end(), second);
  state_->record([named = *found, before = **found] { *named = before; });
  (*found)->text = name;
  (*found)->parent = parent;
}

const Symbol* Draft::phantom_member(const Symbol* owner, std::string_view name) {
  return state_->kept->symbols.make(name, owner);
}

Catalog Draft::settle() {
  std::vector<Item*> alive, globals;
  alive.reserve(state_->nodes.size());
  for (std::size_t i = 0; i < state_->nodes.size(); ++i)
    if (Node& node = state_->nodes[i]; node.alive) alive.push_back(&node);
  for (const Symbol* symbol : state_->globals)
    if (item(symbol)) globals.push_back(state_->node(symbol));
  normalise_items(alive, *this);
  const auto members_of = [this](const Symbol* owner) {
    std::vector<Item*> items;
    const Node* node = state_->node(owner);
    if (!node || !node->members) return items;
    items.reserve(node->members->size());
    for (const Symbol* member : *node->members)
      if (Node* found = state_->node(member); found && found->alive) items.push_back(found);
    return items;
  };
  Catalog catalog(sorted_entries(std::move(globals), members_of, alive.size()), state_->kept);
  state_ = std::make_unique<State>();
  return catalog;
}

}  // namespace pgplumb
