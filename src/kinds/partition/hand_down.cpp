#include "kinds/partition/hand_down.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "catalog/uncertain_kinds.h"
#include "kinds/partition/ddl.h"
#include "kinds/partition/inherited.h"

namespace pgplumb {

namespace {

/// What CompareIndexInfo() looks at.
Index comparable(Index index) {
  for (IndexKey& key : index.keys) key.descending = key.nulls_first = false;
  index.options = {};
  index.valid = true;
  return index;
}

/// A primary key, a unique constraint and a unique index are one index; nothing for what is none of them.
std::optional<Unique> as_unique(const Object& object) {
  if (const auto* key = std::get_if<PrimaryKey>(&object)) return Unique{.columns = key->columns};
  const auto* unique = std::get_if<Unique>(&object);
  if (!unique) return std::nullopt;
  Unique alike = *unique;
  alike.form = UniqueForm::index;
  return alike;
}

}  // namespace

bool is_same_as_above(const Draft::Item& own, const Draft::Item& above) {
  if (above.space == Namespace::constraint && own.space != Namespace::constraint) return false;
  if (const auto unique = as_unique(own.object)) return unique == as_unique(above.object);
  if (own.object.index() != above.object.index()) return false;
  if (std::holds_alternative<Check>(own.object)) return own.symbol->text == above.symbol->text;
  if (const auto* index = std::get_if<Index>(&own.object)) return comparable(*index) == comparable(std::get<Index>(above.object));
  return is_handed_down(own) && own.object == above.object;
}

namespace {

/// Without a name where the partition does not have it.
InheritedName inherited_of(Session& session, const Symbol* partition, const Symbol* above) {
  for (const InheritedName& name : inherited_by(session, partition))
    if (name.of == above) return name;
  return {above};
}

/// Those below, and the partition itself, have of `above` what they have of `own`, which goes.
void put_above(Session& session, const Symbol* partition, const Symbol* own, const Symbol* above) {
  Draft& draft = session.draft();
  const Draft::Item &mine = *draft.item(own), &theirs = *draft.item(above);
  InheritedName noted{above, Text(own->text)};
  if (mine.space != theirs.space || !(mine.object == theirs.object)) {
    noted.as = std::make_shared<const Object>(mine.object);
    noted.space = mine.space;
  }
  if (key_of(draft, partition))
    for (const Symbol* below : partitions_below(draft, partition)) {
      InheritedName there = inherited_of(session, below, own);
      if (!there.as) std::tie(there.as, there.space) = std::tie(noted.as, noted.space);
      there.of = above;
      note_inherited(session, below, there);
    }
  note_inherited(session, partition, noted);
  draft.drop(own);
}

void give_up(Session& session, const Symbol* partition, const Symbol* above) {
  Draft& draft = session.draft();
  if (find_noted(draft, partition, above)) return;
  for (const Symbol* own : draft.members(partition))
    if (is_same_as_above(*draft.item(own), *draft.item(above))) return put_above(session, partition, own, above);
}

void leave_without(Session& session, const Symbol* partition, const Symbol* above) {
  note_inherited_name(session, partition, above, {});
  session.draft().change(above, [](Draft::Item& item) { item.notes.edit().lacks_partitions = true; });
}

/// They were made ON ONLY what may have partitions, which makes them invalid.
void doubt(Session& session, const std::vector<const Symbol*>& members) {
  for (const Symbol* member : members) {
    session.make_uncertain(member);
    session.not_compared("index " + member->text, "whether there are partitions without it cannot be told from the files");
  }
}

/// As validatePartitionedIndex() does, once an index is attached.
void find_whether_all_have(Session& session, const Symbol* above) {
  Draft& draft = session.draft();
  if (!draft.item(above)->notes->lacks_partitions) return;
  for (const Symbol* partition : partitions_below(draft, above->parent))
    if (const InheritedName* noted = find_noted(draft, partition, above); noted && noted->name.empty()) return;
  draft.change(above, [](Draft::Item& item) { item.notes.edit().lacks_partitions = false; });
}

/// The columns that a unique or key is over; nothing for what is none.
std::vector<const Symbol*> unique_columns(const Object& object) {
  std::vector<const Symbol*> columns;
  if (const auto* key = std::get_if<PrimaryKey>(&object))
    for (const ColumnRef column : key->columns) columns.push_back(column.symbol);
  if (const auto* unique = std::get_if<Unique>(&object))
    for (const ColumnRef column : unique->columns) columns.push_back(column.symbol);
  const auto* index = std::get_if<Index>(&object);
  if (index && index->unique)
    for (const IndexKey& key : index->keys)
      if (key.column.symbol) columns.push_back(key.column.symbol);
  return columns;
}

bool is_unique(const Object& object) {
  const auto* index = std::get_if<Index>(&object);
  return std::holds_alternative<PrimaryKey>(object) || std::holds_alternative<Unique>(object) || (index && index->unique);
}

}  // namespace

void require_partition_key(const Draft& draft, const Symbol* member) {
  const ExpressionField key = key_of(draft, member->parent);
  const Object& object = draft.item(member)->object;
  if (!key || !is_unique(object)) return;
  const std::vector<const Symbol*> columns = unique_columns(object);
  for (const Expression& value : values_of_key(*key.tree))
    if (std::find(columns.begin(), columns.end(), value.column.symbol) == columns.end())
      fail(sqlstate::feature_not_supported, "unique constraint on partitioned table must include all partitioning columns");
}

void hand_down(Session& session, const Symbol* relation, std::size_t count, bool reaches) {
  const Draft& draft = session.draft();
  const bool is_doubtful = !reaches && !session.is_known(relation);
  if (!is_doubtful && !key_of(draft, relation)) return;
  std::vector<const Symbol*> young;
  for (const Symbol* member : draft.members(relation))
    if (member->number > count && is_handed_down(*draft.item(member))) young.push_back(member);
  if (session.is_known(relation))
    for (const Symbol* member : young) require_partition_key(draft, member);
  const std::vector<Symbol*> partitions = partitions_below(draft, relation);
  const bool may_have_others = session.absences_uncertain || may_have_any(session.uncertain_names, Namespace::partition);
  if (is_doubtful || (!reaches && partitions.empty() && may_have_others)) doubt(session, young);
  for (const Symbol* partition : partitions)
    for (const Symbol* member : young)
      if (reaches)
        give_up(session, partition, member);
      else
        leave_without(session, partition, member);
}

void give_up_inherited(Session& session, const Symbol* partition) {
  for (const Symbol* member : handed_down_to(session.draft(), partition)) give_up(session, partition, member);
}

void attach_index(Session& session, const Symbol* above, const Symbol* own) {
  put_above(session, own->parent, own, above);
  find_whether_all_have(session, above);
}

}  // namespace pgplumb
