#include "compare/signatures.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace pgplumb {

namespace {

/// What types, tables and servers are called in one source, and what is meant.
using Renamed = std::map<std::string, std::string>;

std::vector<Renamed> renamed_in_each(const std::vector<Group>& owners) {
  std::vector<Renamed> renamed(owners.empty() ? 0 : owners.front().entries.size());
  for (const Group& group : owners)
    for (std::size_t i = 0; i < renamed.size(); ++i)
      if (const Entry* entry = group.entries[i]; entry && entry->symbol->stands_for && !is_known_by_types(*entry))
        renamed[i][display_name(*entry->symbol)] = display_name(entry->symbol->meant());
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
    text += other == renamed.end() ? name : other->second;
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
