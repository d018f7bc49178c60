// When each fix runs: what needs another comes behind it, what is worse before the rest.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "findings/case.h"

namespace pgplumb {

/// For each item those that have to come before it.
using Prerequisites = std::vector<std::vector<std::size_t>>;

/// The items in their order, but for what another needs: that comes just before it. What needs one another in a circle keeps its
/// order.
std::vector<std::size_t> in_turn(const Prerequisites& before);

/// The same where the items are put in another order.
Prerequisites rearranged(const Prerequisites& before, const std::vector<std::size_t>& order);

/// Which fixes have to run before which; those of no disagreement wait for none.
Prerequisites prerequisites_of(const std::vector<Case>& cases);

using CaseList = std::vector<const Case*>;

/// What those who write a fix have to know of the others.
class Turns {
 public:
  /// `cases` in the order in which their fixes run, with what they need; `are_edits` of those that an edit of the model mends.
  Turns(const std::vector<Case>& cases, const std::vector<char>& are_edits);

  /// Whether what bears the name is missing until a later fix makes it.
  bool is_made_later(const Symbol* name, const Case& one) const;
  /// Whether an earlier fix gives it the name that is expected.
  bool is_renamed_before(const Symbol* name, const Case& one) const;
  bool is_made(const Symbol* name) const { return made_.contains(name); }
  /// Whether it is expected under another name.
  bool is_renamed(const Symbol* name) const { return called_otherwise_.contains(name); }
  /// What a fix gives the name of what is expected; null where none does.
  const Entry* bearer_of(const Symbol* expected) const;
  /// Whether a later fix says what is said of it.
  bool is_commented_later(const ObjectId& expected, const Case& one) const;
  /// Whether it is there until a later fix drops it.
  bool is_dropped_later(const Symbol* name, const Case& one) const;
  /// The object's id when the fix runs, after the renames before it.
  ObjectId called_by_then(const Entry& entry, const Case& one) const;
  /// Those that bear the name that the case is to get until their own turn comes, and what they are called in the meantime.
  const CaseList& in_the_way_of(const Case& one) const;
  ObjectId aside(const Case& one) const;
  /// Those that move a partition away from where it is of the table, and those that move one there or attach it, in their turns.
  const CaseList& leaving(const Symbol& table) const;
  const CaseList& entering(const Symbol& table) const;
  /// A name that lives as long as this.
  std::string_view keep(std::string name) const { return kept_.emplace_back(std::move(name)); }

 private:
  void note_renaming(const Case& one, std::size_t turn);
  void make_way(const std::vector<Case>& cases);
  std::size_t turn_of(const Case& one) const { return static_cast<std::size_t>(&one - first_); }

  using CasesOfTables = std::unordered_map<std::string, CaseList>;

  const Case* first_;
  std::unordered_map<const Symbol*, std::size_t> made_, dropped_;
  std::unordered_set<const Symbol*> called_otherwise_;
  std::unordered_map<const Symbol*, const Entry*> bearers_;  // by the names that they get
  std::map<ObjectId, std::size_t> commented_;
  struct Renaming {
    std::size_t turn;
    ObjectId to;
  };
  std::unordered_map<const Symbol*, Renaming> renamed_, aside_;
  std::unordered_map<const Case*, CaseList> in_the_way_;
  CasesOfTables leaving_, entering_;
  mutable std::deque<std::string> kept_;
};

}  // namespace pgplumb
