#include "compare/renamed.h"

#include <algorithm>
#include <array>
#include <string>
#include <type_traits>

#include "compare/fields.h"
#include "compare/pairing.h"

namespace pgplumb {

namespace {

/// ALTER … RENAME TO is for them, and nothing but their fields tells what they are: an enum is its values, a table its columns, a
/// view its query, and of a type that is a shell nothing is told.
bool is_known_by_its_fields(const Entry& entry) {
  constexpr std::array without_rename = {Namespace::schema,    Namespace::relation,      Namespace::operators,
                                         Namespace::extension, Namespace::cast,          Namespace::default_privileges,
                                         Namespace::transform, Namespace::access_method, Namespace::user_mapping};
  const auto* type = std::get_if<BaseType>(&entry.object);
  const auto* view = std::get_if<Table>(&entry.object);
  if (view && view->definition) return true;
  return !std::holds_alternative<Enum>(entry.object) && !(type && type->definition.empty()) &&
         std::find(without_rename.begin(), without_rename.end(), entry.id.space) == without_rename.end();
}

/// "btree" of "name USING btree"; "" for what is for none.
std::string_view method_of(const ObjectId& id) {
  if (id.space != Namespace::operator_class && id.space != Namespace::operator_family) return {};
  return id.name.substr(std::min(id.name.rfind(' '), id.name.size()));
}

bool agree_in_all(const Group& a, const Group& b, const SourceList& sources) {
  for (std::size_t i = 0; i < sources.size(); ++i)
    for (std::size_t j = 0; j < sources.size(); ++j)
      if (a.entries[i] && b.entries[j] && !agree(*a.entries[i], *sources[i], *b.entries[j], *sources[j])) return false;
  return true;
}

/// Of one schema under two names, or rather of one name in two schemas. No ALTER changes for which access method an operator
/// class is.
double renamed_rank(const Group& a, const Group& b, const SourceList& sources) {
  const ObjectId &left = a.first().id, &right = b.first().id;
  const bool one_schema = left.schema == right.schema, one_name = left.name == right.name && left.member == right.member;
  const bool can_be_one = left.space == right.space && method_of(left) == method_of(right) && (one_schema || one_name);
  if (!can_be_one || !agree_in_all(a, b, sources)) return -1;
  return one_name ? 1 : 0;
}

void append_plain(std::string& text, Text value) { text += value.str() + '\0'; }
template <class T>
void append_plain(std::string& text, const T& value) {
  if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) text += std::to_string(static_cast<double>(value)) + '\0';
}

/// What all fields say that name nothing else: others may be called otherwise in the other source.
std::string plain_fields(const Object& object) {
  std::string text;
  std::visit([&](const auto& kind) { kind.fields([&](const auto&... field) { (append_plain(text, kind.*field.member), ...); }); },
             static_cast<const AnyKind&>(object));
  return text;
}

/// Of one name in any schema, or of one schema and alike in what is plain.
std::vector<std::string> keys_of_renamed(const Entry& entry) {
  const std::string space = std::to_string(static_cast<int>(entry.id.space)) + '\0';
  return {space + "name " + std::string(entry.id.name) + '\0' + std::string(entry.id.member),
          space + "in " + std::string(entry.id.schema) + '\0' + plain_fields(entry.object)};
}

Indexes missing_somewhere(const std::vector<Group>& groups, const Group* owner, const SourceList& sources) {
  Indexes open;
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (is_known_by_its_fields(groups[i].first()) && is_missing_somewhere(groups[i], owner, sources)) open.push_back(i);
  return open;
}

/// Of several of one table that are alike in all but their names, any may be any: the first is taken for the first.
void pair_alike(std::vector<Group>& groups, const Group& owner, const SourceList& sources) {
  const Indexes open = missing_somewhere(groups, &owner, sources);
  std::vector<char> is_taken(groups.size(), false);
  for (const std::size_t a : open)
    for (const std::size_t b : open) {
      const bool are_one = a < b && !is_taken[a] && !is_taken[b] && !groups[a].shares_source_with(groups[b]);
      if (!are_one || renamed_rank(groups[a], groups[b], sources) < 0) continue;
      unite(groups[a], groups[b]);
      is_taken[b] = true;
      if (groups[a].is_everywhere()) break;
    }
  erase_marked(groups, is_taken);
}

}  // namespace

void pair_renamed(std::vector<Group>& groups, const Group* owner, const SourceList& sources) {
  const Indexes open = missing_somewhere(groups, owner, sources);
  const auto keys = [&](std::size_t index) { return keys_of_renamed(groups[index].first()); };
  pair_up(
      groups, pairs_of_one_key(open, keys), [&](const Group& a, const Group& b) { return renamed_rank(a, b, sources); }, unite);
  if (owner) pair_alike(groups, *owner, sources);
}

}  // namespace pgplumb
