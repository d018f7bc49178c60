#include "compare/near_miss.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <string>

#include "compare/pairing.h"
#include "compare/renamed.h"
#include "compare/signatures.h"

namespace pgplumb {

namespace {

/// What two tables or enums have in common.
struct Likeness {
  std::size_t alike = 0;
  std::size_t expected = 0;
  bool names_similar = false;
  bool same_values = false;      ///< enums with two values or more, and all of them the same
  bool same_keys = false;        ///< tables with the same columns, and a key or index that is called as in the other
  bool same_partitions = false;  ///< tables with the same columns, and the same partitions but for names

  /// At least 80 % of the expected members, and enough of them that it is no chance.
  bool is_near_miss() const {
    return expected > 0 && alike * 5 >= expected * 4 &&
           (alike >= 4 || names_similar || same_values || same_keys || same_partitions);
  }
  double rank() const { return double(alike) / double(expected) + (names_similar ? 0.5 : 0.0); }
};

/// "call_records" and "CallRecords", "companyId" and "company_id": the same letters and digits.
std::string letters_of(std::string_view name) {
  std::string letters;
  for (unsigned char c : name)
    if (c != '_' && c != '-' && c != ' ') letters += static_cast<char>(std::tolower(c));
  return letters;
}

bool similar_names(std::string_view a, std::string_view b) {
  const std::string left = letters_of(a), right = letters_of(b);
  if (left == right || near_enough(left, right)) return true;
  const auto& [shorter, longer] = std::minmax(left, right, [](const auto& x, const auto& y) { return x.size() < y.size(); });
  return shorter.size() >= 3 && longer.find(shorter) != std::string::npos;
}

const Catalog& catalog_of(const Group& group, const SourceList& sources) { return sources[first_source(group)]->catalog; }

bool same_type(const Entry& a, const Entry& b) {
  const auto* left = std::get_if<Column>(&a.object);
  const auto* right = std::get_if<Column>(&b.object);
  return !left || !right || left->type == right->type;
}

/// A name within the schema, which PostgreSQL leaves to it when the table is renamed.
bool have_key_in_common(const Group& a, const Group& b, const SourceList& sources) {
  for (const Namespace space : {Namespace::constraint, Namespace::index})
    for (const Entry& key : catalog_of(a, sources).members(a.first(), space))
      for (const Entry& other : catalog_of(b, sources).members(b.first(), space))
        if (key.id.member == other.id.member && key.object.index() == other.object.index()) return true;
  return false;
}

/// The bounds of a table's partitions, in order; and their names.
struct Parts {
  std::vector<std::string> bounds, names;
};
using PartsOfEach = std::map<const Symbol*, Parts>;

PartsOfEach parts_of_each(const SourceList& sources) {
  PartsOfEach of_each;
  for (const Source* source : sources)
    for (const Entry& entry : source->catalog.entries())
      if (const auto* partition = std::get_if<Partition>(&entry.object)) {
        Parts& parts = of_each[partition->of.symbol];
        parts.bounds.push_back(show_value(partition->bound));
        parts.names.emplace_back(entry.id.name);
      }
  for (auto& [table, parts] : of_each) std::sort(parts.bounds.begin(), parts.bounds.end());
  return of_each;
}

/// A single partition under another name may be any table's; two of the same bounds, or one that kept its name, are not.
bool have_same_partitions(const Group& a, const Group& b, const PartsOfEach& parts) {
  const auto *left = std::get_if<Table>(&a.first().object), *right = std::get_if<Table>(&b.first().object);
  if (!left || !right || !left->partition_key || !(left->partition_key == right->partition_key)) return false;
  const auto own = parts.find(a.first().symbol), others = parts.find(b.first().symbol);
  return own != parts.end() && others != parts.end() && own->second.bounds == others->second.bounds &&
         (own->second.bounds.size() >= 2 || own->second.names == others->second.names);
}

Likeness likeness(const Group& expected, const Group& candidate, const SourceList& sources, Namespace members,
                  const PartsOfEach& parts) {
  Likeness found;
  const auto wanted = catalog_of(expected, sources).members(expected.first(), members);
  const auto there = catalog_of(candidate, sources).members(candidate.first(), members);
  found.expected = wanted.size();
  for (const Entry& member : wanted) {
    const auto match =
        std::find_if(there.begin(), there.end(), [&](const Entry& other) { return other.id.member == member.id.member; });
    found.alike += match != there.end() && same_type(member, *match);
  }
  found.same_values =
      members == Namespace::enum_value && found.alike >= 2 && found.alike == wanted.size() && found.alike == there.size();
  const bool same_columns = members == Namespace::column && found.alike == wanted.size() && found.alike == there.size();
  found.same_keys = same_columns && have_key_in_common(expected, candidate, sources);
  found.same_partitions = same_columns && have_same_partitions(expected, candidate, parts);
  found.names_similar = similar_names(expected.first().id.name, candidate.first().id.name);
  return found;
}

void pair_space(std::vector<Group>& owners, const SourceList& sources, Namespace space, Namespace members) {
  Indexes open;
  for (std::size_t i = 0; i < owners.size(); ++i)
    if (owners[i].first().id.space == space && !owners[i].is_everywhere()) open.push_back(i);
  const auto names_of_members = [&](std::size_t index) {
    std::vector<std::string> names;
    for (const Entry& member : catalog_of(owners[index], sources).members(owners[index].first(), members))
      names.emplace_back(member.id.member);
    return names;
  };
  const PartsOfEach parts = open.empty() ? PartsOfEach() : parts_of_each(sources);
  const auto compare_both = [&](const Group& a, const Group& b) {
    const Likeness forward = likeness(a, b, sources, members, parts);
    return forward.is_near_miss() ? forward : likeness(b, a, sources, members, parts);
  };
  pair_up(
      owners, pairs_with_common_words(open, names_of_members),
      [&](const Group& a, const Group& b) {
        // A table in a schema of which the other source does not speak is unclaimed, though not missing.
        if (!is_missing_somewhere(a, nullptr, sources) && !is_missing_somewhere(b, nullptr, sources)) return -1.0;
        const Likeness found = compare_both(a, b);
        return found.is_near_miss() ? found.rank() : -1.0;
      },
      [&](Group& a, const Group& b) {
        const Likeness found = compare_both(a, b);
        a.columns_alike = found.alike;
        a.columns_expected = found.expected;
        unite(a, b);
      });
}

/// How alike two columns are: by the letters of their names, whatever their types, else by being of one type and nullability.
double column_rank(const Group& a, const Group& b, bool only_pair) {
  const Entry &left = a.first(), &right = b.first();
  if (letters_of(left.id.member) == letters_of(right.id.member)) return same_type(left, right) ? 3 : 2;
  if (!same_type(left, right)) return -1;
  if (near_enough(left.id.member, right.id.member)) return 1;
  const auto& first = std::get<Column>(left.object);
  const auto& second = std::get<Column>(right.object);
  return only_pair && first.not_null == second.not_null ? 0 : -1;
}

/// How many values of the enum come before it.
std::ptrdiff_t place_of(const Group& value, const Group& owner, const SourceList& sources) {
  const Catalog& catalog = catalog_of(value, sources);
  const auto siblings = catalog.members(*owner.entries[first_source(value)], Namespace::enum_value);
  const float position = std::get<EnumValue>(value.first().object).position;
  return std::count_if(siblings.begin(), siblings.end(),
                       [&](const Entry& other) { return std::get<EnumValue>(other.object).position < position; });
}

/// What a model alone states may well be a value more, and no other name of one that is there.
bool is_stated_beside_models(const Group& group, const SourceList& sources) {
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (group.entries[i] && sources[i]->role != Role::model) return true;
  return false;
}

/// Two values of an enum are one by the letters of their names; the only two, where they stand in one place.
double value_rank(const Group& a, const Group& b, const Group& owner, const SourceList& sources, bool only_pair) {
  if (letters_of(a.first().id.member) == letters_of(b.first().id.member)) return 1;
  const bool are_known = is_stated_beside_models(a, sources) && is_stated_beside_models(b, sources);
  return only_pair && are_known && place_of(a, owner, sources) == place_of(b, owner, sources) ? 0 : -1;
}

/// "schema.table.column"; "" for what no column owns.
std::string owner_of_sequence(const Group& group) {
  const auto* sequence = std::get_if<Sequence>(&group.first().object);
  const Symbol* column = sequence ? sequence->owned_by.symbol : nullptr;
  return column ? display_name(column->parent->meant()) + "." + column->meant().text : std::string();
}

/// Two sequences of one column, which only some sources have each, are one under two names.
void pair_owned_sequences(std::vector<Group>& owners) { pair_by_key(owners, Match::definition, owner_of_sequence); }

/// What refers to others, or is known by their names, finds its like once these have found theirs.
void pair_renamed_owners(std::vector<Group>& owners, const SourceList& sources) {
  for (std::size_t before = 0; before != owners.size();) {
    before = owners.size();
    pair_by_types(owners);
    pair_renamed(owners, nullptr, sources);
  }
}

}  // namespace

void pair_owners(std::vector<Group>& owners, const SourceList& sources) {
  for (const Group& group : owners) unite_second_names(group);
  pair_space(owners, sources, Namespace::type, Namespace::enum_value);
  pair_renamed_owners(owners, sources);  // columns are of these types
  pair_space(owners, sources, Namespace::relation, Namespace::column);
  pair_owned_sequences(owners);
  pair_renamed_owners(owners, sources);
}

void pair_members(std::vector<Group>& members, const Group& owner, const SourceList& sources) {
  Indexes open;
  for (std::size_t i = 0; i < members.size(); ++i)
    if (is_missing_somewhere(members[i], &owner, sources)) open.push_back(i);
  if (open.size() < 2) return;
  const bool are_columns = members.front().first().id.space == Namespace::column, only_pair = open.size() == 2;
  const auto rank = [&](const Group& a, const Group& b) {
    return are_columns ? column_rank(a, b, only_pair) : value_rank(a, b, owner, sources, only_pair);
  };
  const auto letters = [&](std::size_t i) { return std::vector{letters_of(members[i].first().id.member)}; };
  pair_up(members, are_columns || only_pair ? all_pairs(open) : pairs_of_one_key(open, letters), rank, unite);
}

}  // namespace pgplumb
