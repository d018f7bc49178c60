// Objects of no compared kind that statements nevertheless meet by name.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pgplumb {

/// A temporary table: no object of the catalog, but its name is taken, and DROP, RENAME and REFERENCES find it.
struct Bystander {
  std::string_view what;  ///< "temporary table"; a literal
  Position at;
  std::string of = {};        ///< the temporary table that an index is of, or a partition: it goes with that
  bool until_commit = false;  ///< ON COMMIT DROP
};

/// Bystanders by namespace, parent and name, as Draft knows objects; temporary tables have no parent.
class Bystanders {
 public:
  explicit Bystanders(const Draft& draft);

  void add(Namespace space, const Symbol* parent, std::string_view name, Bystander bystander);
  /// Null when there is none.
  const Bystander* find(Namespace space, const Symbol* parent, std::string_view name) const;
  void remove(Namespace space, const Symbol* parent, std::string_view name);
  /// Removes the temporary relation and what is of it.
  void remove_temporary(std::string_view name);
  /// Removes what lasts until a transaction ends.
  void end_transaction();
  /// Renames it or moves it to another schema.
  void rekey(Namespace space, const Symbol* parent, std::string_view name, const Symbol* new_parent, std::string_view new_name);

  std::size_t mark() const { return undo_.size(); }
  void rollback(std::size_t mark);
  /// As Draft::revision().
  std::size_t revision() const { return revision_; }
  void forget_undo();

 private:
  struct Key {
    Namespace space;
    const Symbol* parent;
    std::string name;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };
  /// The names of the temporary ones that `is_one(bystander)`.
  std::vector<std::string> temporary_if(const std::function<bool(const Bystander&)>& is_one) const;
  void put(Key key, std::optional<Bystander> bystander);

  const Draft& draft_;
  std::unordered_map<Key, Bystander, KeyHash> bystanders_;
  std::vector<std::pair<Key, std::optional<Bystander>>> undo_;  // what stood there before
  std::size_t revision_ = 0;
};

}  // namespace pgplumb
