#include "compare/fields.h"

#include <algorithm>
#include <set>

#include "compare/counting.h"
#include "compare/value_words.h"
#include "compare/view_columns.h"

namespace pgplumb {

namespace {

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

bool has_two_clusters(const Disagreement& found) {
  int first = -1;
  for (const Says& says : found.says) {
    if (says.cluster < 0) continue;
    if (first >= 0 && says.cluster != first) return true;
    first = says.cluster;
  }
  return false;
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
