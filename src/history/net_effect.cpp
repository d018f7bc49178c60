#include <pgplumb/history/net_effect.h>

#include <algorithm>
#include <map>

#include "catalog/altered_unseen.h"
#include "history/former_names.h"

namespace pgplumb {

namespace {

bool is_type_member(const ObjectId& id) { return id.space == Namespace::enum_value; }

ObjectId owner_of(const ObjectId& id) {
  return {is_type_member(id) ? Namespace::type : Namespace::relation, id.schema, id.name, {}};
}

/// A relation's members, or a partition's.
const Entry* find_owner(const Catalog& catalog, ObjectId id) {
  const Entry* found = catalog.find(id);
  if (found || id.space != Namespace::relation) return found;
  id.space = Namespace::partition;
  return catalog.find(id);
}

bool is_key_or_index(const ObjectId& id) { return id.space == Namespace::constraint || id.space == Namespace::index; }

/// Looks for what the migrations make in a database that may be older than they are.
class Search {
 public:
  Search(const Catalog& migrations, const Catalog& database, const OtherNames& other_names)
      : database_(database), former_(migrations.events), other_names_(other_names) {}

  const FormerNames& former() const { return former_; }
  bool has(const ObjectId& id) const { return database_.find(id); }
  bool may_have(const Entry& entry) const {
    // Which role there runs the statements is not known.
    const bool is_nameless = std::holds_alternative<DefaultPrivileges>(entry.object) && entry.notes->remarks.owner.empty();
    return !is_nameless && database_.speaks_of(entry.id, entry.object);
  }
  bool speaks_of(const Entry& entry, std::string_view field) const { return database_.speaks_of(entry.id, entry.object, field); }

  /// Under its name, one that it had before, one that no migration gave, or of a key or index any that is defined alike.
  const Entry* find(const Entry& entry) const {
    for (const OwnedId& name : former_.all_of(entry.id))
      if (const Entry* found = database_.find(name.id())) return found;
    if (const Entry* renamed = find_renamed(entry.id)) return renamed;
    return is_key_or_index(entry.id) ? find_alike(entry) : nullptr;
  }

  /// What has got a name that no migration gave; a member also where its table or type has.
  const Entry* find_renamed(const ObjectId& id) const {
    if (!other_names_) return nullptr;
    if (const Entry* found = other_names_(id)) return found;
    const Entry* owner = id.member.empty() ? nullptr : other_names_(owner_of(id));
    return owner ? database_.find({id.space, owner->id.schema, owner->id.name, id.member}) : nullptr;
  }

 private:
  const Entry* find_alike(const Entry& entry) const {
    for (const OwnedId& owner : former_.all_of(owner_of(entry.id)))
      if (const Entry* table = find_owner(database_, owner.id()))
        for (const Entry& member : database_.members(*table))
          if (member.object == entry.object) return &member;
    return nullptr;
  }

  const Catalog& database_;
  FormerNames former_;
  const OtherNames& other_names_;
};

std::string name_of(std::string_view kind, const ObjectId& id) { return std::string(kind) + " " + display_id(id); }

std::string field_in_words(std::string_view field) {
  std::string words(field);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

bool is_as_altered(const Entry& altered, const Entry& there, std::string_view field) {
  const Text owner = altered.notes->remarks.owner, owner_there = there.notes->remarks.owner;
  const std::set<std::string> owners{owner.str(), owner_there.str()};
  if (field == "owner") return owner.empty() || owner == owner_there;
  if (field == "privileges")
    return privileges_apart_from(altered.object, altered.notes->remarks, owners) ==
           privileges_apart_from(there.object, there.notes->remarks, owners);
  return field_equal(altered.object, there.object, field);
}

class Measuring {
 public:
  Measuring(const Catalog& migrations, const Catalog& database, const OtherNames& other_names)
      : migrations_(migrations),
        places_(migrations),
        search_(migrations, database, other_names),
        effects_(migrations.migrations.size()) {}

  std::vector<NetEffect> measure() {
    for (const Entry& entry : migrations_.entries()) weigh_creation(entry);
    note_last_alterations();
    for (std::size_t i = 0; i < migrations_.events.size(); ++i) weigh(i);
    for (NetEffect& effect : effects_) {
      effect.was_looked_for = true;
      effect.changes_there = static_cast<std::size_t>(
          std::count_if(effect.changes.begin(), effect.changes.end(), [](const Change& change) { return change.is_there; }));
      std::stable_sort(effect.changes.begin(), effect.changes.end(), [](const Change& a, const Change& b) {
        return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
      });
    }
    return std::move(effects_);
  }

 private:
  NetEffect* effect_at(const Position& at) {
    const Migration* migration = places_.find(at);
    return migration ? &effects_[static_cast<std::size_t>(migration - migrations_.migrations.data())] : nullptr;
  }

  void add(const Position& at, Event::Verb verb, const Entry& entry, bool is_there, std::string_view field = {}) {
    const std::string_view kind = kind_of(entry.object);
    const std::string name = name_of(kind, entry.id);
    if (NetEffect* effect = effect_at(at))
      effect->changes.push_back({verb, kind, field.empty() ? name : field_in_words(field) + " of " + name, at, is_there});
  }

  /// Something that was not understood may have changed it since, or the values of its enum: that it lacks says nothing.
  bool is_uncertain(const Entry& entry) const {
    const Entry* type = is_type_member(entry.id) ? find_owner(migrations_, owner_of(entry.id)) : nullptr;
    return entry.uncertain || may_be_gone(entry) || (type && type->uncertain) || !altered_unseen_by(entry).empty();
  }

  /// What a table has from its own migration stands and falls with the table, so only what is lacking of it counts.
  void weigh_creation(const Entry& entry) {
    if (!entry.declared_at || entry.stated_in_part || !search_.may_have(entry)) return;
    const Entry* there = search_.find(entry);
    const Entry* owner = entry.id.member.empty() ? nullptr : find_owner(migrations_, owner_of(entry.id));
    const bool came_with_owner =
        owner && !owner->stated_in_part && places_.find(owner->declared_at) == places_.find(entry.declared_at);
    if (came_with_owner && (there || !search_.find(*owner))) return;
    if (!there && is_uncertain(entry)) return;
    add(entry.declared_at, Event::Verb::created, entry, there);
  }

  using FieldOfObject = std::pair<OwnedId, std::string>;
  FieldOfObject altered_field(std::size_t i) const {
    const Event& event = migrations_.events[i];
    return {search_.former().last_of(OwnedId(event), i), event.detail};
  }
  void note_last_alterations() {
    for (std::size_t i = 0; i < migrations_.events.size(); ++i)
      if (migrations_.events[i].verb == Event::Verb::altered) last_alteration_[altered_field(i)] = i;
  }

  void weigh(std::size_t i) {
    switch (migrations_.events[i].verb) {
      case Event::Verb::altered:
        return weigh_alteration(i);
      case Event::Verb::renamed:
        return weigh_renaming(i);
      case Event::Verb::dropped:
        return weigh_dropping(i);
      case Event::Verb::created:
        return;
    }
  }

  void supersede(const Position& at) {
    if (NetEffect* effect = effect_at(at)) ++effect->superseded;
  }

  void weigh_alteration(std::size_t i) {
    const Event& event = migrations_.events[i];
    const FieldOfObject altered = altered_field(i);
    const Entry* entry = migrations_.find(altered.first.id());
    if (!entry || last_alteration_[altered] != i) return supersede(event.at);
    if (!search_.may_have(*entry) || !search_.speaks_of(*entry, event.detail)) return;
    const Entry* there = search_.find(*entry);
    const bool is_there = there && is_as_altered(*entry, *there, event.detail);
    if (is_there || !is_uncertain(*entry)) add(event.at, event.verb, *entry, is_there, event.detail);
  }

  /// A renaming gives one part of a name; a later one of its table or schema does not take that away. What is gone altogether is
  /// lacking of the migration that made it.
  void weigh_renaming(std::size_t i) {
    const Event& event = migrations_.events[i];
    const OwnedId given = renamed_to(event), last = search_.former().last_of(given, i + 1);
    const std::string OwnedId::*part = !given.member.empty()          ? &OwnedId::member
                                       : given.schema != event.schema ? &OwnedId::schema
                                                                      : &OwnedId::name;
    const Entry* entry = migrations_.find(last.id());
    if (!entry || last.*part != given.*part) return supersede(event.at);
    if (!search_.may_have(*entry) || !search_.find(*entry)) return;
    const auto names = search_.former().all_of(entry->id);
    const bool is_there = search_.find_renamed(entry->id) || std::any_of(names.begin(), names.end(), [&](const OwnedId& name) {
                            return name.*part == given.*part && search_.has(name.id());
                          });
    if (!is_there && is_uncertain(*entry)) return;
    add(event.at, event.verb, *entry, is_there);
    if (NetEffect* effect = effect_at(event.at)) effect->changes.back().what = "name of " + effect->changes.back().what;
  }

  void weigh_dropping(std::size_t i) {
    const Event& event = migrations_.events[i];
    const OwnedId dropped(event);
    const bool was_its_own = places_.find(event.made_at) == places_.find(event.at);
    if (was_its_own) return;
    supersede(event.made_at);
    if (migrations_.find(dropped.id())) return supersede(event.at);
    const bool owner_went_too = !dropped.member.empty() && !migrations_.find(dropped.owner().id());
    if (owner_went_too) return;
    if (NetEffect* effect = effect_at(event.at))
      effect->changes.push_back({event.verb, "", "absence of " + display_id(dropped.id()), event.at, !search_.has(dropped.id())});
  }

  const Catalog& migrations_;
  MigrationsByPlace places_;
  Search search_;
  std::vector<NetEffect> effects_;
  std::map<FieldOfObject, std::size_t> last_alteration_;
};

}  // namespace

NetEffect::State NetEffect::state() const {
  if (!was_looked_for) return State::unknown;
  if (changes.empty()) return superseded ? State::superseded : State::nothing;
  const std::size_t there = count(true);
  return there == changes.size() ? State::there : there == 0 ? State::absent : State::partly;
}

std::size_t NetEffect::count(bool is_there) const { return is_there ? changes_there : changes.size() - changes_there; }

bool NetEffect::has_created_anything() const {
  return std::any_of(changes.begin(), changes.end(),
                     [](const Change& change) { return change.is_there && change.verb == Event::Verb::created; });
}

std::string_view effect_name(NetEffect::State state) {
  switch (state) {
    case NetEffect::State::unknown:
      return "unknown";
    case NetEffect::State::nothing:
      return "nothing";
    case NetEffect::State::superseded:
      return "superseded";
    case NetEffect::State::there:
      return "there";
    case NetEffect::State::partly:
      return "partly";
    case NetEffect::State::absent:
      return "absent";
  }
  return {};
}

MigrationsByPlace::MigrationsByPlace(const Catalog& migrations) {
  for (const Migration& migration : migrations.migrations) by_file_[migration.file].push_back(&migration);
}

const Migration* MigrationsByPlace::find(const Position& at) const {
  const auto file = by_file_.find(at.file);
  if (file == by_file_.end()) return nullptr;
  const auto found = std::find_if(file->second.begin(), file->second.end(), [&](const Migration* one) { return one->holds(at); });
  return found == file->second.end() ? nullptr : *found;
}

std::vector<NetEffect> measure_net_effects(const Catalog& migrations, const Catalog* database, const OtherNames& other_names) {
  if (!database) return std::vector<NetEffect>(migrations.migrations.size());
  return Measuring(migrations, *database, other_names).measure();
}

}  // namespace pgplumb
