// What the objects of a replay were called before they were renamed.
#pragma once

#include <pgplumb/catalog/catalog.h>

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace pgplumb {

/// A name that owns its texts.
struct OwnedId {
  Namespace space;
  std::string schema, name, member;

  OwnedId(const ObjectId& id) : space(id.space), schema(id.schema), name(id.name), member(id.member) {}
  OwnedId(const Event& event) : space(event.space), schema(event.schema), name(event.name), member(event.member) {}
  ObjectId id() const { return {space, schema, name, member}; }
  OwnedId owner() const;
  friend auto operator<=>(const OwnedId&, const OwnedId&) = default;
};

/// The name that a renaming gives.
OwnedId renamed_to(const Event& event);

class FormerNames {
 public:
  explicit FormerNames(const std::vector<Event>& events);

  /// Every name that the object of this final name ever had, the final one first.
  std::vector<OwnedId> all_of(const ObjectId& final_id) const;
  /// The final name of what was called `id` before event number `since` happened.
  OwnedId last_of(OwnedId id, std::size_t since) const;

 private:
  using Indexes = std::vector<std::size_t>;
  using Whole = std::tuple<bool, std::string, std::string>;

  static Whole whole_of(const OwnedId& id);

  const std::vector<Event>& events_;
  std::map<OwnedId, Indexes> renamings_;            // of what bore the name then
  std::map<Whole, Indexes> renamings_of_whole_;     // which reach its members
  std::map<OwnedId, std::vector<OwnedId>> former_;  // by final name
};

}  // namespace pgplumb
