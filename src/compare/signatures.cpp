#include "compare/signatures.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace pgplumb {

namespace {

/// What types, tables and servers are called in one source, and what is meant. A signature has their names without the schema;
/// "" for one that means different ones.
using Renamed = std::map<std::string, std::string>;

void note(const std::string& name, const std::string& meant, Renamed& renamed) {
  const auto [known, is_first] = renamed.try_emplace(name, meant);
  if (!is_first && known->second != meant) known->second.clear();
}

std::string bare_name(const Symbol& symbol) { return symbol.text; }

/// Where another of that name, in some schema, stays what it is, a bare name means nothing.
void forget_ambiguous(const std::vector<Group>& owners, std::size_t source, Renamed& renamed) {
  for (const Group& group : owners) {
    const Entry* entry = group.entries[source];
    if (!entry || entry->symbol->stands_for || !entry->id.member.empty()) continue;
    if (const auto other = renamed.find(bare_name(*entry->symbol)); other != renamed.end()) other->second.clear();
  }
}

std::vector<Renamed> renamed_in_each(const std::vector<Group>& owners) {
  std::vector<Renamed> renamed(owners.empty() ? 0 : owners.front().entries.size());
  for (std::size_t i = 0; i < renamed.size(); ++i) {
    for (const Group& group : owners) {
      const Entry* entry = group.entries[i];
      if (!entry || !entry->symbol->stands_for || is_known_by_types(*entry)) continue;
      note(display_name(*entry->symbol), display_name(entry->symbol->meant()), renamed[i]);
      if (entry->id.member.empty()) note(bare_name(*entry->symbol), bare_name(entry->symbol->meant()), renamed[i]);
    }
    if (!renamed[i].empty()) forget_ambiguous(owners, i, renamed[i]);
  }
  return renamed;
}

bool is_part_of_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '$' || c == '.' || c == '"';
}

/// `area(shape, shape[])` with each whole name replaced.
std::string as_meant(std::string_view signature, const Renamed& renamed) {
  std::string text;
  while (!signature.empty()) {
    const auto end = std::find_if_not(signature.begin(), signature.end(), is_part_of_name);
    const std::string name(signature.begin(), end);
    const auto other = renamed.find(name);
    text += other == renamed.end() || other->second.empty() ? name : other->second;
    signature.remove_prefix(name.size());
    if (!signature.empty()) text += signature.front();
    signature.remove_prefix(std::min<std::size_t>(1, signature.size()));
  }
  return text;
}

}  // namespace

bool is_known_by_types(const Entry& entry) {
  const bool is_of_server = entry.id.space == Namespace::user_mapping;
  return is_of_server ||
         (entry.id.member.empty() && entry.id.space != Namespace::relation && entry.id.name.find('(') != entry.id.name.npos);
}

void pair_by_types(std::vector<Group>& owners) {
  const std::vector<Renamed> renamed = renamed_in_each(owners);
  if (std::all_of(renamed.begin(), renamed.end(), [](const Renamed& names) { return names.empty(); })) return;
  pair_by_key(owners, Match::same, [&](const Group& group) {
    const ObjectId& id = group.first().id;
    if (!is_known_by_types(group.first())) return std::string();
    return std::to_string(static_cast<int>(id.space)) + " " + std::string(id.schema) + " " +
           as_meant(id.name, renamed[first_source(group)]);
  });
}

}  // namespace pgplumb
