// What a partition has from the table and the partitions above it, under names of its own.
#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// The constraints and indexes that a partition has from above, the oldest first, each with its name here: as it is noted, else
/// as PostgreSQL's DefineIndex() names the index of a partition, after the partition and the columns of the one above.
std::vector<InheritedName> inherited_by(Session& session, const Symbol* partition);

/// The partition that has an index of that name from above, with the one above; null and none where there is none.
struct HeirOfIndex {
  const Symbol* partition = nullptr;
  const Symbol* of = nullptr;
};
HeirOfIndex find_heir_of_index(Session& session, std::string_view schema, std::string_view name);

/// Keeps the names that these have now, for the partition is about to be called otherwise.
void note_inherited_names(Session& session, const Symbol* partition);
/// Keeps what an index's or key's columns are called now, for one is about to be called otherwise.
void note_column_names(Session& session, const Symbol* member);
/// Keeps these, where they do not follow from the columns: an expression's, those of INCLUDE.
void note_column_names(Session& session, const Symbol* member, std::vector<std::string> names);
/// Keeps one name, "" where the partition does not have it.
void note_inherited_name(Session& session, const Symbol* partition, const Symbol* of, Text name);

/// A name for an index of the table, as Session::choose_relation_name(), but of a partition none that it has from above.
std::string choose_index_name(Session& session, const Symbol* table, const std::vector<std::string_view>& columns,
                              std::string_view label, bool backs_constraint);

/// Whether PostgreSQL takes a constraint or index of a partition for the one above, as its CompareIndexInfo() does: sort order
/// and storage do not count, and a constraint asks for a constraint.
bool is_same_as_above(const Draft::Item& own, const Draft::Item& above);

/// The members of a relation, with `only` those that are younger than `count` declared objects, reach the partitions: these give
/// up what is the same. `reaches` is false for what was made ON ONLY the relation.
void hand_down(Session& session, const Symbol* relation, std::size_t count, bool reaches);
/// The same for one partition and what it has from above, but for what it has as its own already.
void give_up_inherited(Session& session, const Symbol* partition);

/// ALTER INDEX above ATTACH PARTITION own: the partition's index is the one above from then on.
void attach_index(Session& session, const Symbol* above, const Symbol* own);

}  // namespace pgplumb
