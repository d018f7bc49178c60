// The objects of a draft under the names by which they are found.
#pragma once

#include <pgplumb/catalog/draft.h>
#include <tsl/robin_set.h>

#include <memory>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace pgplumb {

/// An object of a draft, there or dropped.
struct Node : Draft::Item {
  Node(Declaration&& declaration, Namespace in) : Item{std::move(declaration), in} {}

  bool alive = true;
  std::unique_ptr<std::vector<Symbol*>> members = {};  ///< in the order of declaration; null for none
};

/// Nodes by namespace, parent's symbol and name. Because children are keyed by their parent's symbol and not by its name, a
/// rename takes one node out and puts it in again.
class Names {
 public:
  Names();

  /// Null when there is none.
  Node* find(Namespace space, const Symbol* parent, std::string_view name) const;
  /// The index of that name in the schema, also one that backs a constraint.
  Node* find_index(const Symbol* schema, std::string_view name) const;
  /// Whether a constraint of any of the schema's relations has this name.
  bool has_constraint(const Symbol* schema, std::string_view name) const;

  /// False, and nothing done, where the name is taken.
  bool enter(Node& node);
  /// Before anything of its name changes.
  void leave(Node& node);

 private:
  struct Key {
    Namespace space;
    const Symbol* parent;
    std::string_view name;
    bool operator==(const Key&) const = default;
  };
  static Key key_of(const Node& node);
  static Key key_in_schema(const Node& node);

  // What a set needs to find nodes by their key.
  template <Key (*KeyOf)(const Node&)>
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(const Key& key) const;
    std::size_t operator()(const Node* node) const { return (*this)(KeyOf(*node)); }
  };
  template <Key (*KeyOf)(const Node&)>
  struct Equal {
    using is_transparent = void;
    bool operator()(const Node* a, const Node* b) const { return KeyOf(*a) == KeyOf(*b); }
    bool operator()(const Node* a, const Key& b) const { return KeyOf(*a) == b; }
    bool operator()(const Key& a, const Node* b) const { return a == KeyOf(*b); }
  };
  template <Key (*KeyOf)(const Node&)>
  using Set = tsl::robin_set<Node*, Hash<KeyOf>, Equal<KeyOf>, std::allocator<Node*>, true>;

  Set<key_of> nodes_;
  Set<key_in_schema> indexes_;  // their names are the schema's
  std::unordered_multiset<Node*, Hash<key_in_schema>, Equal<key_in_schema>> constraints_;
};

/// Whether the object occupies a name among its schema's relations: indexes, and constraints that an index backs.
bool has_index_name(const Draft::Item& item);

}  // namespace pgplumb
