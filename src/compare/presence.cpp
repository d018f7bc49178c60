#include "compare/presence.h"

#include <algorithm>

#include "catalog/references.h"
#include "catalog/uncertain_kinds.h"
#include "compare/fields.h"

namespace pgplumb {

namespace {

/// A source that only alters tables, and creates none, says nothing of tables and types that it does not name.
bool only_alters_tables(const Source& source) {
  bool alters = false;
  for (const Entry& entry : source.catalog.entries()) {
    if (entry.id.space != Namespace::relation) continue;
    if (!entry.stated_in_part) return false;
    alters = true;
  }
  return alters;
}

bool is_kept_by_platform(const Catalog& catalog, const ObjectId& id) {
  return catalog.platform_schemas.contains(id.space == Namespace::schema ? id.name : id.schema);
}

bool is_view(const Entry& entry) {
  const auto* table = std::get_if<Table>(&entry.object);
  return table && is_view(*table);
}

/// The sequence is where its own column's numbers come from, which is the column's business.
bool counts_for_its_owner(const Entry& entry, const Catalog& catalog) {
  const auto* sequence = std::get_if<Sequence>(&entry.object);
  const Symbol* owner = sequence ? sequence->owned_by.symbol : nullptr;
  if (!owner || !owner->parent || !owner->parent->parent) return owner != nullptr;
  const Entry* column = catalog.find({Namespace::column, owner->parent->parent->text, owner->parent->text, owner->text});
  const auto* owning = column ? std::get_if<Column>(&column->object) : nullptr;
  return !owning || owning->identity != Identity::none || sequence_counted_by(owning->default_value) == entry.symbol;
}

bool counts_for_its_owner(const Group& group, const SourceList& sources) {
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (group.entries[i] && counts_for_its_owner(*group.entries[i], sources[i]->catalog)) return true;
  return false;
}

/// What is known of it only by what alters it may be a partition.
bool is_there_as_partition(const Entry& witness, const Catalog& catalog) {
  return witness.stated_in_part && witness.id.space == Namespace::relation &&
         catalog.find({Namespace::partition, witness.id.schema, witness.id.name, {}});
}

bool any_view(const Group& owner) {
  return std::any_of(owner.entries.begin(), owner.entries.end(), [](const Entry* entry) { return entry && is_view(*entry); });
}

bool is_materialized(const Entry& entry) {
  const auto* table = std::get_if<Table>(&entry.object);
  return table && table->relation_kind == RelationKind::materialized_view;
}

/// Whether the member is an index, and both who has it and who lacks it say that they speak of a materialised view.
bool is_index_of_materialized_view(const Group& member, const Group& owner, std::size_t lacking) {
  if (member.first().id.space != Namespace::index || !is_materialized(*owner.entries[lacking])) return false;
  for (std::size_t i = 0; i < member.entries.size(); ++i)
    if (member.entries[i] && is_materialized(*owner.entries[i])) return true;
  return false;
}

/// `own` is what the source has of the member's table or type, null where it has none.
bool name_is_uncertain(const Catalog& catalog, const Entry& witness, const Entry* own) {
  const auto& names = catalog.uncertain_names;
  const std::string member = std::string(witness.id.name) + "." + std::string(witness.id.member);
  const bool has_its_owner = own && !own->uncertain;
  const bool named = (!has_its_owner && names.contains(name_without_signature(witness.id.name))) ||
                     names.contains(witness.id.member) || names.contains(member);
  return named || catalog.absences_uncertain || may_have_any(names, witness.id.space);
}

/// A second index of the same definition: a model that has one of them has nothing to say about the other.
bool has_equal_sibling(const Group& group, const Group& owner, const SourceList& sources, std::size_t i) {
  if (group.first().id.space != Namespace::index && group.first().id.space != Namespace::constraint) return false;
  const auto siblings = sources[i]->catalog.members(*owner.entries[i]);
  for (std::size_t j = 0; j < sources.size(); ++j)
    for (const Entry& sibling : siblings)
      if (group.entries[j] && agree(sibling, *sources[i], *group.entries[j], *sources[j])) return true;
  return false;
}

/// Whether the source has the relation that is meant, under this name or another.
bool has_relation(const Catalog& catalog, const Symbol& meant) {
  const std::string_view schema = meant.parent ? std::string_view(meant.parent->text) : std::string_view();
  for (const Namespace space : {Namespace::relation, Namespace::partition})
    if (catalog.find({space, schema, meant.text, {}})) return true;
  const auto stands_for_it = [&](const Entry& entry) {
    return entry.id.space == Namespace::relation && entry.symbol->stands_for == &meant;
  };
  return meant.has_other_names && std::any_of(catalog.entries().begin(), catalog.entries().end(), stands_for_it);
}

/// A key or index over a column that the source lacks, or to a table that it lacks, cannot be there: the column or table is the
/// finding.
bool follows_from_another(const Entry& witness, const Entry& own_table, const Catalog& catalog) {
  bool follows = false;
  for_each_reference(witness.object, [&](const Symbol* symbol) {
    if (is_member(witness.id.space) && symbol->parent == witness.symbol->parent) {
      const auto columns = catalog.members(own_table, Namespace::column);
      follows |= std::none_of(columns.begin(), columns.end(),
                              [&](const Entry& column) { return column.symbol->meant().text == symbol->meant().text; });
    }
  });
  if (const auto* key = std::get_if<ForeignKey>(&witness.object)) follows |= !has_relation(catalog, key->target.symbol->meant());
  return follows;
}

/// Default privileges are what they grant.
std::string described(const Entry& entry) {
  const std::string& privileges = entry.notes->remarks.privileges.str();
  return std::holds_alternative<DefaultPrivileges>(entry.object) && !privileges.empty() ? privileges : describe(entry.object);
}

}  // namespace

State state_of_missing(const Group& group, const Group* owner, const SourceList& sources, std::size_t i) {
  const Source& source = *sources[i];
  const Entry& witness = group.first();
  if (name_is_uncertain(source.catalog, witness, owner ? owner->entries[i] : nullptr)) return State::uncertain;
  if (!source.catalog.speaks_of(witness.id, witness.object)) return State::silent;
  if (source.catalog.extension_owned.contains(witness.id.name)) return State::silent;
  if (counts_for_its_owner(group, sources) || is_there_as_partition(witness, source.catalog)) return State::silent;
  if (!owner && is_kept_by_platform(source.catalog, witness.id)) return State::silent;
  if (!owner) return witness.id.space != Namespace::schema && only_alters_tables(source) ? State::silent : State::absent;
  const Entry* own = owner->entries[i];
  // A platform makes tables, and leaves it to the project who may do what with them.
  const bool is_policy_on_platform = witness.id.space == Namespace::policy && is_kept_by_platform(source.catalog, witness.id);
  if (!own || (own->stated_in_part && !is_policy_on_platform)) return State::silent;
  if (own->uncertain) return State::uncertain;
  const bool is_key_or_index = witness.id.space == Namespace::constraint || witness.id.space == Namespace::index;
  if (is_key_or_index && any_view(*owner) && !is_index_of_materialized_view(group, *owner, i)) return State::silent;
  if (follows_from_another(witness, *own, source.catalog)) return State::silent;
  if (source.role == Role::model && has_equal_sibling(group, *owner, sources, i)) return State::silent;
  return State::absent;
}

std::optional<Disagreement> presence(const Group& group, const Group* owner, const SourceList& sources) {
  Disagreement found = disagreement_of(group, owner, {});
  bool stated = false, absent = false;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    Says says;
    if (const Entry* entry = group.entries[i]) {
      // What is stated outside its own words (a snapshot's, another schema) still counts as stated.
      says = entry->uncertain || may_be_gone(*entry) ? Says{State::uncertain, entry}
                                                     : Says{State::value, entry, described(*entry), 0};
    } else {
      says.state = state_of_missing(group, owner, sources, i);
      if (says.state == State::absent) says.cluster = 1;
    }
    stated |= says.state == State::value;
    absent |= says.state == State::absent;
    found.says.push_back(std::move(says));
  }
  return stated && absent ? std::optional(std::move(found)) : std::nullopt;
}

bool spoken_of_by_several(const Group& group, const Group* owner, const SourceList& sources) {
  std::size_t speakers = 0;
  for (std::size_t i = 0; i < sources.size(); ++i)
    speakers += group.entries[i] || state_of_missing(group, owner, sources, i) == State::absent;
  return speakers > 1;
}

}  // namespace pgplumb
