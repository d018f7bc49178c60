#include "compare/states.h"

#include <algorithm>
#include <set>

#include "catalog/references.h"
#include "catalog/uncertain_kinds.h"
#include "compare/counting.h"
#include "compare/value_words.h"
#include "compare/view_columns.h"

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

const Acceptance* acceptance(const Entry& entry, std::string_view field) {
  const auto found = std::find_if(entry.notes->accepts.begin(), entry.notes->accepts.end(),
                                  [&](const Acceptance& one) { return one.field == field; });
  return found == entry.notes->accepts.end() ? nullptr : &*found;
}

bool takes(const Entry& entry, std::string_view field, const Object& other) {
  const Acceptance* accepts = acceptance(entry, field);
  if (!accepts) return false;
  return accepts->any ||
         std::find(accepts->values.begin(), accepts->values.end(), field_value(other, field)) != accepts->values.end();
}

bool field_agrees(const Entry& a, const Entry& b, std::string_view field) {
  return field_equal(a.object, b.object, field) || takes(a, field, b.object) || takes(b, field, a.object);
}

bool speaks_of_field(const Source& source, const Entry& entry, std::string_view field) {
  return source.catalog.speaks_of(entry.id, entry.object, field);
}

/// Who has no words for the operator classes of an access method says with the same columns all that it can say of the keys.
bool says_the_same_keys(const Catalog& catalog, const Object& own, const Object& other) {
  const auto *mine = std::get_if<Index>(&own), *theirs = std::get_if<Index>(&other);
  if (!mine || !theirs || catalog.has_words_for(other, "operator_class")) return false;
  return std::equal(mine->keys.begin(), mine->keys.end(), theirs->keys.begin(), theirs->keys.end(), [](IndexKey a, IndexKey b) {
    a.operator_class = b.operator_class = {};
    return a == b;
  });
}

/// A model states an index, and only a database has a condition on it, for which the model has no words: the index is not what
/// was stated. Where migrations state the condition, they say what the model cannot.
bool only_a_database_goes_beyond(const Group& group, const SourceList& sources, const Source& silent) {
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (group.entries[i] && sources[i]->role != Role::database && !silent.catalog.has_words_for(group.entries[i]->object))
      return false;
  return true;
}

/// A source may be silent because of what another states there: a model about the default of a column that is generated.
bool speaks_of_field(const Group& group, const SourceList& sources, std::size_t i, std::string_view field) {
  const Source& source = *sources[i];
  const Entry* own = group.entries[i];
  const bool is_stated = own && only_a_database_goes_beyond(group, sources, source);
  return std::all_of(group.entries.begin(), group.entries.end(), [&](const Entry* entry) {
    if (!entry) return true;
    if (own && field == "keys" && says_the_same_keys(source.catalog, own->object, entry->object)) return false;
    if (is_stated && !source.catalog.has_words_for(entry->object)) return source.catalog.has_words_for(entry->object, field);
    return speaks_of_field(source, *entry, field);
  });
}

/// What is known of a table or column that the source never made is what it altered it to.
bool states_field(const Source& source, const Entry& entry, std::string_view field) {
  if (entry.uncertain) return false;
  const bool is_altered_only = entry.id.space == Namespace::column || entry.id.space == Namespace::relation;
  if (!entry.stated_in_part || !is_altered_only) return true;
  const auto alters_it = [&](const Event& event) {
    return event.verb == Event::Verb::altered && event.detail == field && event.member == entry.id.member &&
           event.name == entry.id.name && event.schema == entry.id.schema;
  };
  const auto& events = source.catalog.events;
  return std::any_of(events.begin(), events.end(), alters_it);
}

/// Gives each concrete value a cluster; values that are sets join the cluster they take.
void cluster_field(Disagreement& found, std::string_view field) {
  int clusters = 0;
  for (std::size_t i = 0; i < found.says.size(); ++i) {
    Says& mine = found.says[i];
    if (mine.state != State::value || acceptance(*mine.entry, field)) continue;
    for (std::size_t j = 0; j < i && mine.cluster < 0; ++j)
      if (found.says[j].cluster >= 0 && field_equal(mine.entry->object, found.says[j].entry->object, field))
        mine.cluster = found.says[j].cluster;
    if (mine.cluster < 0) mine.cluster = clusters++;
  }
  for (Says& set : found.says) {
    if (set.state != State::value || !acceptance(*set.entry, field)) continue;
    std::set<int> taken, refused;
    for (const Says& other : found.says)
      if (other.cluster >= 0 && &other != &set)
        (field_agrees(*set.entry, *other.entry, field) ? taken : refused).insert(other.cluster);
    if (taken.size() > 1)
      set.state = State::silent;  // it takes both of two values that disagree with each other only
    else
      set.cluster = taken.empty() ? clusters++ : *taken.begin();
  }
}

std::set<std::string_view> differing_fields(const Group& group) {
  std::set<std::string_view> fields;
  for (const Entry* entry : group.entries)
    if (entry && entry != &group.first())
      for_each_difference(group.first().object, entry->object, [&](std::string_view name) { fields.insert(name); });
  fields.erase("position");  // enum values are compared by their order, see enum_order()
  return fields;
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

Disagreement disagreement_of(const Group& group, const Group* owner, std::string_view field) {
  Disagreement found;
  found.id = group.first().id;
  found.kind = kind_of(group.first().object);
  found.field = field;
  found.match = group.match;
  found.columns_alike = group.columns_alike;
  found.columns_expected = group.columns_expected;
  if (owner) found.owners = owner->entries;
  return found;
}

namespace {

/// Default privileges are what they grant.
std::string described(const Entry& entry) {
  const std::string& privileges = entry.notes->remarks.privileges.str();
  return std::holds_alternative<DefaultPrivileges>(entry.object) && !privileges.empty() ? privileges : describe(entry.object);
}

}  // namespace

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

bool has_two_clusters(const Disagreement& found) {
  int first = -1;
  for (const Says& says : found.says) {
    if (says.cluster < 0) continue;
    if (first >= 0 && says.cluster != first) return true;
    first = says.cluster;
  }
  return false;
}

bool spoken_of_by_several(const Group& group, const Group* owner, const SourceList& sources) {
  std::size_t speakers = 0;
  for (std::size_t i = 0; i < sources.size(); ++i)
    speakers += group.entries[i] || state_of_missing(group, owner, sources, i) == State::absent;
  return speakers > 1;
}

std::vector<Disagreement> field_disagreements(const Group& group, const Group* owner, const SourceList& sources) {
  std::vector<Disagreement> all;
  for (std::string_view field : differing_fields(group)) {
    if (is_told_elsewhere(group, sources, field)) continue;
    Disagreement found = disagreement_of(group, owner, field);
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const Entry* entry = group.entries[i];
      Says says;
      says.entry = entry;
      if (entry && !states_field(*sources[i], *entry, field)) {
        says.state = entry->uncertain ? State::uncertain : State::silent;
      } else if (entry && speaks_of_field(group, sources, i, field)) {
        says.state = State::value;
        says.value = value_in_words(entry->object, field);
      }
      found.says.push_back(std::move(says));
    }
    cluster_field(found, field);
    if (!has_two_clusters(found)) continue;
    found.told_apart = !owner && field == "definition" && give_other_columns(group, sources);
    tell_apart_in_words(found);
    all.push_back(std::move(found));
  }
  return all;
}

bool agree(const Entry& a, const Source& a_source, const Entry& b, const Source& b_source) {
  if (a.object.index() != b.object.index()) return false;
  if (!a_source.catalog.has_words_for(b.object) || !b_source.catalog.has_words_for(a.object)) return false;
  bool agreed = true;
  for_each_difference(a.object, b.object, [&](std::string_view field) {
    const auto speaks = [&](const Source& source) {
      return speaks_of_field(source, a, field) && speaks_of_field(source, b, field);
    };
    const bool both_speak = speaks(a_source) && speaks(b_source);
    const bool same_keys = field == "keys" && (says_the_same_keys(a_source.catalog, a.object, b.object) ||
                                               says_the_same_keys(b_source.catalog, b.object, a.object));
    agreed = agreed && (same_keys || !both_speak || field_agrees(a, b, field));
  });
  return agreed;
}

}  // namespace pgplumb
