#include <algorithm>
#include <utility>

#include "catalog/draft_state.h"
#include "catalog/settle.h"
#include "catalog/sorted_entries.h"

namespace pgplumb {

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
  state_->record(space, [state = state_.get(), &node] { state->set_alive(node, false); });
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
  state_->touch(node.space);
  if (state_->recording)
    state_->record(node.space, [state = state_.get(), &node, before = std::make_shared<Item>(node)] {
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
  state_->record(node.space,
                 [state = state_.get(), &node, before = symbol->text] { state->rekey(node, before, node.symbol->parent); });
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
  state_->record(node.space, [carry, before = symbol->parent] { carry(before); });
  carry(schema);
  return true;
}

void Draft::turn_into(const Symbol* symbol, Namespace space, Object object) {
  Node& node = *state_->node(symbol);
  const auto put = [state = state_.get(), &node](Namespace in, const Object& made) {
    state->names.leave(node);
    state->touch(node.space);
    node.space = in;
    node.object = made;
    state->names.enter(node);
    state->refer(node);
  };
  state_->record(space, [put, before = node.space, was = node.object] { put(before, was); });
  put(space, object);
}

void Draft::drop(const Symbol* symbol) {
  Node& node = *state_->node(symbol);
  for (Symbol* member : members(symbol)) drop(member);
  state_->set_alive(node, false);
  state_->record(node.space, [state = state_.get(), &node] { state->set_alive(node, true); });
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
  state_->for_each_referrer_by_any_name(symbol, take);
  const Item* self = item(symbol);
  if (self && self->space == Namespace::column)
    for (Symbol* sibling : members(symbol->parent)) take(state_->node(sibling));
  else
    for (Symbol* member : members(symbol)) state_->for_each_referrer(member, take);
  return found;
}

std::vector<Symbol*> Draft::referrers(const Symbol* symbol) const {
  std::vector<Symbol*> found;
  state_->for_each_referrer_by_any_name(symbol, [&](const Node* node) {
    if (node->alive) found.push_back(node->symbol);
  });
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
    const auto [space, action] = std::move(state_->undo.back());
    state_->undo.pop_back();
    const bool was_recording = std::exchange(state_->recording, false);
    state_->touch(space);
    action();
    state_->recording = was_recording;
  }
}

std::size_t Draft::revision(Namespace space) const { return state_->revisions[static_cast<std::size_t>(space)]; }

void Draft::forget_undo() {
  state_->undo.clear();
  state_->recording = false;
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
