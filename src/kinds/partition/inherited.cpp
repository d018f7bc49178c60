#include "kinds/partition/inherited.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <optional>

#include "kinds/default_names.h"
#include "kinds/partition/ddl.h"

namespace pgplumb {

namespace {

bool has_index(const Draft::Item& item) {
  return item.space == Namespace::index || std::holds_alternative<PrimaryKey>(item.object) ||
         std::holds_alternative<Unique>(item.object) || std::holds_alternative<Exclusion>(item.object);
}

bool is_handed_down(const Draft::Item& item) { return item.space == Namespace::constraint || item.space == Namespace::index; }

/// The root first.
std::vector<const Symbol*> relations_above(const Draft& draft, const Symbol* partition) {
  std::vector<const Symbol*> above;
  while (const auto* found = draft.object<Partition>(partition)) above.insert(above.begin(), partition = found->of.symbol);
  return above;
}

/// The oldest first, as they were copied.
std::vector<const Symbol*> handed_down_to(const Draft& draft, const Symbol* partition) {
  std::vector<const Symbol*> members;
  for (const Symbol* above : relations_above(draft, partition))
    for (const Symbol* member : draft.members(above))
      if (is_handed_down(*draft.item(member))) members.push_back(member);
  std::sort(members.begin(), members.end(), [](const Symbol* a, const Symbol* b) { return a->number < b->number; });
  return members;
}

std::string_view label_of(const Draft::Item& item) {
  if (std::holds_alternative<PrimaryKey>(item.object)) return "pkey";
  if (std::holds_alternative<Exclusion>(item.object)) return "excl";
  return item.space == Namespace::constraint ? "key" : "idx";
}

bool is_among(const std::vector<InheritedName>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(), [&](const InheritedName& one) { return one.name == Text(name); });
}

/// As Session::choose_relation_name(), with more names that are taken.
std::string choose_name(Session& session, const Symbol* partition, const std::string& columns, std::string_view label,
                        bool backs_constraint, const std::vector<InheritedName>& taken) {
  const Draft& draft = session.draft();
  for (int count = 0;; ++count) {
    const std::string ending = std::string(label) + (count ? std::to_string(count) : "");
    std::string name = make_object_name(partition->text, columns, ending);
    const bool is_taken = is_among(taken, name) || session.look_up(partition->parent->text, name) ||
                          (backs_constraint && draft.constraint_name_taken(partition->parent, name));
    if (!is_taken) return name;
  }
}

std::string join(const std::vector<std::string>& names) {
  return join_column_names(std::vector<std::string_view>(names.begin(), names.end()));
}

const InheritedName* find_noted(const Draft& draft, const Symbol* partition, const Symbol* of) {
  const auto& noted = draft.item(partition)->notes->inherited_names;
  const auto found = std::find_if(noted.begin(), noted.end(), [&](const InheritedName& one) { return one.of == of; });
  return found == noted.end() ? nullptr : &*found;
}

/// The copy of a foreign key is called after the one above, unless the name is taken on the partition.
std::string constraint_name(Session& session, const Symbol* partition, const Symbol* above) {
  const auto* key = session.draft().object<ForeignKey>(above);
  if (!key || !session.draft().find(Namespace::constraint, partition, above->text)) return above->text;
  return session.choose_constraint_name(partition, partition->text, join(names_of(key->columns)), "fkey");
}

Text name_in(Session& session, const Symbol* partition, const Symbol* above, const std::vector<InheritedName>& taken) {
  const Draft::Item& item = *session.draft().item(above);
  if (const InheritedName* noted = find_noted(session.draft(), partition, above)) return noted->name;
  if (!has_index(item)) return constraint_name(session, partition, above);
  const bool is_primary = std::holds_alternative<PrimaryKey>(item.object);
  const std::string columns = is_primary ? std::string() : join(column_names(item));
  return choose_name(session, partition, columns, label_of(item), item.space == Namespace::constraint, taken);
}

/// "" where it is not among them.
Text name_of(const std::vector<InheritedName>& names, const Symbol* of) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const InheritedName& name) { return name.of == of; });
  return found == names.end() ? Text() : found->name;
}

/// Those below call what they have of `own` the same, and have it of `above`.
void put_above(Session& session, const Symbol* partition, const Symbol* own, const Symbol* above) {
  if (key_of(session.draft(), partition))
    for (const Symbol* below : partitions_below(session.draft(), partition))
      note_inherited_name(session, below, above, name_of(inherited_by(session, below), own));
  note_inherited_name(session, partition, above, own->text);
  session.draft().drop(own);
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

/// As validatePartitionedIndex() does, once an index is attached.
void find_whether_all_have(Session& session, const Symbol* above) {
  Draft& draft = session.draft();
  if (!draft.item(above)->notes->lacks_partitions) return;
  for (const Symbol* partition : partitions_below(draft, above->parent))
    if (const InheritedName* noted = find_noted(draft, partition, above); noted && noted->name.empty()) return;
  draft.change(above, [](Draft::Item& item) { item.notes.edit().lacks_partitions = false; });
}

}  // namespace

std::vector<InheritedName> inherited_by(Session& session, const Symbol* partition) {
  std::vector<InheritedName> all;
  for (const Symbol* member : handed_down_to(session.draft(), partition)) {
    const Text name = name_in(session, partition, member, all);
    if (!name.empty()) all.push_back({member, name});
  }
  return all;
}

HeirOfIndex find_heir_of_index(Session& session, std::string_view schema, std::string_view name) {
  constexpr std::size_t surely_kept = 28;  // bytes of the partition's name that make_object_name() never cuts
  for (const Symbol* partition : session.draft().members(session.creation_schema(schema), Namespace::partition)) {
    const bool is_noted = is_among(session.draft().item(partition)->notes->inherited_names, name);
    if (!is_noted && !name.starts_with(std::string_view(partition->text).substr(0, surely_kept))) continue;
    for (const InheritedName& inherited : inherited_by(session, partition))
      if (inherited.name == Text(name) && has_index(*session.draft().item(inherited.of))) return {partition, inherited.of};
  }
  return {};
}

void note_inherited_name(Session& session, const Symbol* partition, const Symbol* of, Text name) {
  session.draft().change(partition, [&](Draft::Item& item) {
    auto& noted = item.notes.edit().inherited_names;
    std::erase_if(noted, [&](const InheritedName& one) { return one.of == of; });
    noted.push_back({of, name});
  });
}

void note_inherited_names(Session& session, const Symbol* partition) {
  for (const InheritedName& name : inherited_by(session, partition))
    if (has_index(*session.draft().item(name.of))) note_inherited_name(session, partition, name.of, name.name);
}

void note_column_names(Session& session, const Symbol* member) {
  const Draft::Item& item = *session.draft().item(member);
  if (!has_index(item) || std::holds_alternative<PrimaryKey>(item.object) || !item.notes->column_names.empty()) return;
  session.draft().change(member, [](Draft::Item& changed) { changed.notes.edit().column_names = column_names(changed); });
}

void note_column_names(Session& session, const Symbol* member, std::vector<std::string> names) {
  if (names != column_names(*session.draft().item(member)))
    session.draft().change(member, [&](Draft::Item& changed) { changed.notes.edit().column_names = std::move(names); });
}

std::string choose_index_name(Session& session, const Symbol* table, const std::vector<std::string_view>& columns,
                              std::string_view label, bool backs_constraint) {
  const std::string joined = join_column_names(columns);
  if (!session.draft().object<Partition>(table))
    return session.choose_relation_name(table->parent, table->text, joined, label, backs_constraint);
  return choose_name(session, table, joined, label, backs_constraint, inherited_by(session, table));
}

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

void hand_down(Session& session, const Symbol* relation, std::size_t count, bool reaches) {
  const Draft& draft = session.draft();
  if (!key_of(draft, relation)) return;
  std::vector<const Symbol*> young;
  for (const Symbol* member : draft.members(relation))
    if (member->number > count && is_handed_down(*draft.item(member))) young.push_back(member);
  if (young.empty()) return;
  for (const Symbol* partition : partitions_below(draft, relation))
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
