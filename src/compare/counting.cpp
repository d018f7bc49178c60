#include "compare/counting.h"

#include <algorithm>

#include "catalog/references.h"
#include "compare/common_parts.h"

namespace pgplumb {

namespace {

/// A column that counts by its own sequence, and one of that name that no longer belongs to it: the sequence is what differs.
bool is_only_disowned(const Entry& own, const Catalog& catalog, const Entry& other) {
  const auto *mine = std::get_if<Column>(&own.object), *theirs = std::get_if<Column>(&other.object);
  const Symbol* counted_by = theirs ? sequence_counted_by(theirs->default_value) : nullptr;
  if (!mine || mine->identity != Identity::serial || mine->default_value || !counted_by || !counted_by->parent) return false;
  const Entry* found = catalog.find({Namespace::sequence, counted_by->parent->text, counted_by->text, {}});
  return found && std::get<Sequence>(found->object).owned_by.symbol == own.symbol;
}

bool is_any_only_disowned(const Group& group, const SourceList& sources) {
  for (std::size_t i = 0; i < sources.size(); ++i)
    for (const Entry* other : group.entries)
      if (group.entries[i] && other && is_only_disowned(*group.entries[i], sources[i]->catalog, *other)) return true;
  return false;
}

/// Where nobody has a sequence of its own, a default is all that counts, or does not.
bool is_said_by_default(const Entry& entry) {
  const auto* column = std::get_if<Column>(&entry.object);
  return column && (column->identity == Identity::none || (column->identity == Identity::serial && column->default_value));
}

/// What is said of a part that only one has, or under another name, goes with the part. A partition's columns are its table's.
bool comments_go_with_parts(const Object& a, const Object& b) {
  return !std::holds_alternative<Partition>(a) && have_same_comments(a, b);
}

}  // namespace

bool is_told_elsewhere(const Group& group, const SourceList& sources, std::string_view field) {
  if (field.ends_with("_comments"))
    return std::all_of(group.entries.begin(), group.entries.end(),
                       [&](const Entry* entry) { return !entry || comments_go_with_parts(group.first().object, entry->object); });
  if (field == "default") return is_any_only_disowned(group, sources);
  return field == "identity" && std::all_of(group.entries.begin(), group.entries.end(),
                                            [](const Entry* entry) { return !entry || is_said_by_default(*entry); });
}

}  // namespace pgplumb
