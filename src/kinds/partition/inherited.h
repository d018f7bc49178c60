// What a partition has from the table and the partitions above it, under names of its own.
#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// Constraints and indexes; all else of a table is not copied to its partitions, or follows it anyway.
bool is_handed_down(const Draft::Item& item);
/// What there is above that a partition has as well, the oldest first, as it was copied.
std::vector<const Symbol*> handed_down_to(const Draft& draft, const Symbol* partition);
/// Null where its name follows from the partition's.
const InheritedName* find_noted(const Draft& draft, const Symbol* partition, const Symbol* of);

/// The constraints and indexes that a partition has from above, the oldest first, each with its name here: as it is noted, else
/// as PostgreSQL's DefineIndex() names the index of a partition, after the partition and the columns of the one above.
std::vector<InheritedName> inherited_by(Session& session, const Symbol* partition);

/// The partition that has an index of that name from above, with the one above; null and none where there is none.
struct HeirOfIndex {
  const Symbol* partition = nullptr;
  const Symbol* of = nullptr;
};
HeirOfIndex find_heir_of_index(Session& session, std::string_view schema, std::string_view name);
/// Whether a partition's name stands before a _ in it, or may have been cut in it. Told by few lookups, where
/// find_heir_of_index() goes through all partitions; a name that ALTER INDEX … RENAME gave is not made of the partition's.
bool may_be_made_of_partition(const Draft& draft, std::string_view schema, std::string_view name);

/// Keeps the names that these have now, for the partition is about to be called otherwise.
void note_inherited_names(Session& session, const Symbol* partition);
/// Keeps what an index's or key's columns are called now, for one is about to be called otherwise.
void note_column_names(Session& session, const Symbol* member);
/// Keeps these, where they do not follow from the columns: an expression's, those of INCLUDE.
void note_column_names(Session& session, const Symbol* member, std::vector<std::string> names);
/// Keeps the names that partitions have of others, numbered as they are, for this one is about to be dropped.
void keep_names_beside(Session& session, const Symbol* member);
void note_inherited(Session& session, const Symbol* partition, InheritedName name);
/// Keeps one name, "" where the partition does not have it.
void note_inherited_name(Session& session, const Symbol* partition, const Symbol* of, Text name);

/// A name for an index of the table, as Session::choose_relation_name(), but of a partition none that it has from above.
std::string choose_index_name(Session& session, const Symbol* table, const std::vector<std::string_view>& columns,
                              std::string_view label, bool backs_constraint);

}  // namespace pgplumb
