// What stands on what in a catalog, and so in the way of dropping something that is made again at once.
#pragma once

#include <pgplumb/catalog/catalog.h>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace pgplumb {

using EntryList = std::vector<const Entry*>;

/// Of one catalog, which is looked through once: a database may have as many findings as objects.
class Dependents {
 public:
  explicit Dependents(const Catalog& catalog);

  /// What names this very object, not one of its members, in the catalog's order. Nothing of what PostgreSQL brings.
  const EntryList& naming(const Symbol* symbol) const;
  /// All that refers to the object or its columns, and to that, in the order in which it can be dropped.
  EntryList of(const Entry& entry) const;
  /// What keeps the column from getting another type (RememberAllDependentForRebuilding in commands/tablecmds.c): views, rules,
  /// triggers and policies that name it, or the same of a table that inherits it, and all over these views, in the order in which
  /// it can be dropped.
  EntryList of_column(const Entry& column) const;

 private:
  class Search;

  const Entry* owner_of(const Symbol* name) const;
  std::vector<const Symbol*> with_heirs(const Entry& column) const;
  const EntryList& callers_of(const Entry& routine) const;
  void find_callers() const;

  const Catalog& catalog_;
  std::unordered_map<const Symbol*, const Entry*> whole_;  // what is no member
  std::unordered_map<const Symbol*, EntryList> naming_;
  std::unordered_map<const Entry*, EntryList> users_;                          // of what is no member, or of its members
  mutable std::optional<std::unordered_map<std::string, EntryList>> callers_;  // of functions by their names, once somebody asks
};

/// The same of all catalogs that are compared, of each once somebody asks.
class DependentsOfEach {
 public:
  const Dependents& in(const Catalog& catalog) const { return of_.try_emplace(&catalog, catalog).first->second; }

 private:
  mutable std::unordered_map<const Catalog*, Dependents> of_;
};

}  // namespace pgplumb
