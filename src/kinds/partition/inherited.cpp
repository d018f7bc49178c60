#include "kinds/partition/inherited.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "catalog/names.h"
#include "kinds/default_names.h"
#include "kinds/partition/ddl.h"

namespace pgplumb {

namespace {

/// The root first.
std::vector<const Symbol*> relations_above(const Draft& draft, const Symbol* partition) {
  std::vector<const Symbol*> above;
  while (const auto* found = draft.object<Partition>(partition)) above.insert(above.begin(), partition = found->of.symbol);
  return above;
}

}  // namespace

bool is_handed_down(const Draft::Item& item) { return item.space == Namespace::constraint || item.space == Namespace::index; }

const InheritedName* find_noted(const Draft& draft, const Symbol* partition, const Symbol* of) {
  const auto& noted = draft.item(partition)->notes->inherited_names;
  const auto found = std::find_if(noted.begin(), noted.end(), [&](const InheritedName& one) { return one.of == of; });
  return found == noted.end() ? nullptr : &*found;
}

namespace {

/// Whether a partition in between, or this one, does not have it.
bool is_withheld(const Draft& draft, const Symbol* partition, const Symbol* member) {
  for (; partition != member->parent; partition = draft.object<Partition>(partition)->of.symbol)
    if (const InheritedName* noted = find_noted(draft, partition, member)) return noted->name.empty();
  return false;
}

}  // namespace

std::vector<const Symbol*> handed_down_to(const Draft& draft, const Symbol* partition) {
  std::vector<const Symbol*> members;
  for (const Symbol* above : relations_above(draft, partition))
    for (const Symbol* member : draft.members(above))
      if (is_handed_down(*draft.item(member)) && !is_withheld(draft, partition, member)) members.push_back(member);
  std::sort(members.begin(), members.end(), [](const Symbol* a, const Symbol* b) { return a->number < b->number; });
  return members;
}

namespace {

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
    const bool is_taken = is_among(taken, name) || is_among(draft.item(partition)->notes->inherited_names, name) ||
                          session.look_up(partition->parent->text, name) ||
                          (backs_constraint && draft.constraint_name_taken(partition->parent, name));
    if (!is_taken) return name;
  }
}

std::string join(const std::vector<std::string>& names) {
  return join_column_names(std::vector<std::string_view>(names.begin(), names.end()));
}

/// The copy of a foreign key is called after the one above, unless the name is taken on the partition.
std::string constraint_name(Session& session, const Symbol* partition, const Symbol* above) {
  const auto* key = session.draft().object<ForeignKey>(above);
  if (!key || !session.draft().find(Namespace::constraint, partition, above->text)) return above->text;
  return session.choose_constraint_name(partition, partition->text, join(names_of(key->columns)), "fkey");
}

/// A copy is one of what the partition above it has, where that is not quite what the topmost has.
InheritedName copied_from(const Draft& draft, const Symbol* partition, const Symbol* above) {
  while ((partition = draft.object<Partition>(partition)->of.symbol) != above->parent)
    if (const InheritedName* noted = find_noted(draft, partition, above)) return *noted;
  return {above};
}

InheritedName name_in(Session& session, const Symbol* partition, const Symbol* above, const std::vector<InheritedName>& taken) {
  const Draft& draft = session.draft();
  if (const InheritedName* noted = find_noted(draft, partition, above)) return *noted;
  InheritedName copy = copied_from(draft, partition, above);
  const Draft::Item& item = *draft.item(above);
  if (!has_index_name(item)) {
    copy.name = constraint_name(session, partition, above);
    return copy;
  }
  const bool is_primary = std::holds_alternative<PrimaryKey>(item.object);
  const std::string columns = is_primary ? std::string() : join(column_names(item));
  copy.name = choose_name(session, partition, columns, label_of(item), item.space == Namespace::constraint, taken);
  return copy;
}

}  // namespace

std::vector<InheritedName> inherited_by(Session& session, const Symbol* partition) {
  std::vector<InheritedName> all;
  for (const Symbol* member : handed_down_to(session.draft(), partition)) {
    InheritedName name = name_in(session, partition, member, all);
    if (!name.name.empty()) all.push_back(std::move(name));
  }
  return all;
}

namespace {

/// Whether make_object_name() may have cut what the name is made of, so as to leave no half of a character.
bool may_be_cut(std::string_view name) { return name.size() >= max_identifier_bytes - 6; }

/// Whether make_object_name() can make it of the partition's name: most names it cannot.
bool may_begin_with(std::string_view name, std::string_view partition) {
  constexpr std::size_t surely_kept = 28;  // bytes of the partition's name, which it cuts
  return name.starts_with(partition) || (may_be_cut(name) && name.starts_with(partition.substr(0, surely_kept)));
}

}  // namespace

HeirOfIndex find_heir_of_index(Session& session, std::string_view schema, std::string_view name) {
  for (const Symbol* partition : session.draft().members(session.creation_schema(schema), Namespace::partition)) {
    const bool is_noted = is_among(session.draft().item(partition)->notes->inherited_names, name);
    if (!is_noted && !may_begin_with(name, partition->text)) continue;
    for (const InheritedName& inherited : inherited_by(session, partition))
      if (inherited.name == Text(name) && has_index_name(*session.draft().item(inherited.of))) return {partition, inherited.of};
  }
  return {};
}

bool may_be_made_of_partition(const Draft& draft, std::string_view schema, std::string_view name) {
  if (may_be_cut(name)) return true;
  const Symbol* home = draft.find(Namespace::schema, nullptr, schema);
  for (std::size_t at = name.find('_'); at != name.npos; at = name.find('_', at + 1))
    if (draft.find(Namespace::partition, home, name.substr(0, at))) return true;
  return false;
}

void note_inherited(Session& session, const Symbol* partition, InheritedName name) {
  session.draft().change(partition, [&](Draft::Item& item) {
    auto& noted = item.notes.edit().inherited_names;
    std::erase_if(noted, [&](const InheritedName& one) { return one.of == name.of; });
    noted.push_back(name);
  });
}

void note_inherited_name(Session& session, const Symbol* partition, const Symbol* of, Text name) {
  InheritedName noted{of};
  if (const InheritedName* before = find_noted(session.draft(), partition, of)) noted = *before;
  noted.name = name;
  note_inherited(session, partition, noted);
}

void note_inherited_names(Session& session, const Symbol* partition) {
  for (const InheritedName& name : inherited_by(session, partition))
    if (has_index_name(*session.draft().item(name.of))) note_inherited(session, partition, name);
}

void note_column_names(Session& session, const Symbol* member) {
  const Draft::Item& item = *session.draft().item(member);
  if (!has_index_name(item) || std::holds_alternative<PrimaryKey>(item.object) || !item.notes->column_names.empty()) return;
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

void keep_names_beside(Session& session, const Symbol* member) {
  const Draft& draft = session.draft();
  if (!key_of(draft, member->parent) || !has_index_name(*draft.item(member))) return;
  const auto base = [&](const Symbol* one) {
    return join(column_names(*draft.item(one))) + " " + std::string(label_of(*draft.item(one)));
  };
  for (const Symbol* partition : partitions_below(draft, member->parent)) {
    const auto all = handed_down_to(draft, partition);
    const auto is_like_it = [&](const Symbol* other) {
      return other != member && has_index_name(*draft.item(other)) && base(other) == base(member);
    };
    if (std::any_of(all.begin(), all.end(), is_like_it)) note_inherited_names(session, partition);
  }
}

}  // namespace pgplumb
