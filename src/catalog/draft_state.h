// What a draft holds: every object in a node of its own, found by its symbol's number or by its name.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <algorithm>
#include <array>
#include <memory_resource>
#include <optional>
#include <unordered_map>

#include "catalog/extension_signatures.h"
#include "catalog/names.h"
#include "catalog/references.h"
#include "catalog/steady_list.h"

namespace pgplumb {

/// Whether it is found by its schema's symbol, so that it must follow where its table moves.
inline bool is_named_in_schema(const Draft::Item& item) { return has_index_name(item) || item.space == Namespace::constraint; }

/// What the catalog keeps of its draft.
struct Kept {
  Symbols symbols;
  std::pmr::monotonic_buffer_resource texts;

  std::string_view keep(std::string_view text) {
    auto* const place = static_cast<char*>(texts.allocate(text.size(), 1));
    return {place, text.copy(place, text.size())};
  }
};

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
  std::optional<ExtensionSignatures> extensions;      // once they were asked for
  struct Undo {
    Namespace space;
    std::function<void()> action;
  };
  std::vector<Undo> undo;
  bool recording = false;
  std::array<std::size_t, namespace_count> revisions{};

  const Symbol* phantom(std::string_view schema, std::string_view name);
  Node* node(const Symbol* symbol) {
    if (!symbol || symbol->number == 0 || symbol->number > nodes.size()) return nullptr;
    Node& found = nodes[symbol->number - 1];
    return found.symbol == symbol ? &found : nullptr;
  }
  void touch(Namespace space) { ++revisions[static_cast<std::size_t>(space)]; }
  /// How to take back a change of what is in that namespace.
  template <class Action>
  void record(Namespace space, Action action) {
    touch(space);
    if (recording) undo.push_back({space, std::move(action)});
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
  /// Calls `visit(node)` for each object that refers to this symbol, or has done so once.
  template <class Visit>
  void for_each_referrer(const Symbol* symbol, const Visit& visit) {
    const auto list = all_referrers().find(symbol);
    if (list != all_referrers().end()) std::for_each(list->second.begin(), list->second.end(), visit);
  }
  /// The same of all symbols that stand for its object.
  template <class Visit>
  void for_each_referrer_by_any_name(const Symbol* symbol, const Visit& visit) {
    for_each_referrer(symbol, visit);
    for (const Symbol* second : second_names)
      if (bear_one_number(second, symbol)) for_each_referrer(second, visit);
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

}  // namespace pgplumb
