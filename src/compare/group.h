// Objects of several sources that are taken for one and the same.
#pragma once

#include <pgplumb/compare/disagreement.h>

#include <functional>
#include <string>
#include <vector>

namespace pgplumb {

using SourceList = std::vector<const Source*>;

/// One object as each source has it: `entries[i]` is that of source i, null where it has none.
struct Group {
  std::vector<const Entry*> entries;
  Match match = Match::same;
  std::size_t columns_alike = 0, columns_expected = 0;  ///< near misses of tables only

  /// The entry of the first source that has one: model, migrations, database. It gives the group its name.
  const Entry& first() const;
  /// Two or more sources have it: only then do members and fields say anything.
  bool is_shared() const;
  bool is_everywhere() const;
  bool shares_source_with(const Group& other) const;
  /// Takes the entries of a group of other sources.
  void absorb(const Group& other, Match how);
  /// A unique and an index, a partition and a table.
  bool kinds_differ() const;
  /// Whether the entries do not all bear one name; for tables and types the schema is part of it.
  bool names_differ() const;
};

/// The first source that has an entry.
std::size_t first_source(const Group& group);

Group group_of(const Entry* entry, std::size_t source, std::size_t source_count);

/// Schemas, relations and types of all sources by id, in order.
std::vector<Group> group_owners(const SourceList& sources);

/// The entries of one namespace below each owner of the group, by name. Sources without the owner have none.
std::vector<Group> group_members(const Group& owner, const SourceList& sources, Namespace space);

/// Takes for one the groups of one key that only some sources have each; "" for what has no key.
void pair_by_key(std::vector<Group>& groups, Match how, const std::function<std::string(const Group&)>& key_of);

/// Makes the names of a group with several names stand for the first one, so that what refers to them compares equal.
void unite_names(const Group& group);
/// The same of what the types of range types' multiranges are called.
void unite_second_names(const Group& group);
/// Takes that back, for a source may be compared several times.
void forget_other_names(const SourceList& sources);

}  // namespace pgplumb
