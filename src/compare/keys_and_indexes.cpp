#include "compare/keys_and_indexes.h"

#include <algorithm>
#include <functional>

#include "compare/fields.h"

namespace pgplumb {

namespace {

/// Objects of one pool can be each other's: a unique index may have become a plain one.
enum class Pool { primary_key, foreign_key, check, exclusion, unique_or_index };

Pool pool_of(const Object& object) {
  if (std::holds_alternative<PrimaryKey>(object)) return Pool::primary_key;
  if (std::holds_alternative<Check>(object)) return Pool::check;
  if (std::holds_alternative<Exclusion>(object)) return Pool::exclusion;
  return std::holds_alternative<ForeignKey>(object) ? Pool::foreign_key : Pool::unique_or_index;
}

/// The columns that a primary key or a unique stands on; null for anything else.
const std::vector<ColumnRef>* key_columns(const Object& object) {
  if (const auto* key = std::get_if<PrimaryKey>(&object)) return &key->columns;
  if (const auto* unique = std::get_if<Unique>(&object)) return &unique->columns;
  return nullptr;
}

bool takes_other_kind(const Entry& entry, const Object& other) {
  return std::any_of(entry.notes->accepts.begin(), entry.notes->accepts.end(), [&](const Acceptance& one) {
    return one.field == "kind" && std::find(one.values.begin(), one.values.end(), kind_of(other)) != one.values.end();
  });
}

/// A primary key where the other has a unique over the same columns, and one of them takes that (old many-to-many tables).
bool stands_in(const Entry& a, const Entry& b) {
  const auto *left = key_columns(a.object), *right = key_columns(b.object);
  return left && right && *left == *right && (takes_other_kind(a, b.object) || takes_other_kind(b, a.object));
}

bool same_foreign_key(const Object& a, const Object& b) {
  const auto* left = std::get_if<ForeignKey>(&a);
  const auto* right = std::get_if<ForeignKey>(&b);
  return left && right && left->columns == right->columns && left->target == right->target;
}

/// They differ, but only in expressions that may mean the same.
bool may_be_same(const Object& a, const Object& b) {
  bool may_be = a.index() == b.index();
  for_each_difference(a, b, [&](std::string_view field) { may_be = may_be && field_is_undecided(a, b, field); });
  return may_be;
}

using Criterion = std::function<bool(const Entry&, const Source&, const Entry&, const Source&)>;
struct Pass {
  Criterion same;
  Match match;
};

const std::vector<Pass>& passes() {
  static const std::vector<Pass> list{
      {[](const Entry& a, const Source& x, const Entry& b, const Source& y) {
         return a.id.member == b.id.member && agree(a, x, b, y);
       },
       Match::same},
      {[](const Entry& a, const Source& x, const Entry& b, const Source& y) { return agree(a, x, b, y); }, Match::definition},
      {[](const Entry& a, const Source&, const Entry& b, const Source&) { return stands_in(a, b); }, Match::same},
      {[](const Entry& a, const Source&, const Entry& b, const Source&) {
         return a.id.member == b.id.member && pool_of(a.object) == pool_of(b.object);
       },
       Match::same},
      {[](const Entry& a, const Source&, const Entry& b, const Source&) {
         return pool_of(a.object) == Pool::primary_key && pool_of(b.object) == Pool::primary_key;
       },
       Match::definition},
      {[](const Entry& a, const Source&, const Entry& b, const Source&) { return same_foreign_key(a.object, b.object); },
       Match::definition},
      {[](const Entry& a, const Source&, const Entry& b, const Source&) { return may_be_same(a.object, b.object); },
       Match::definition},
  };
  return list;
}

bool some_pair(const Group& a, const Group& b, const SourceList& sources, const Criterion& same) {
  for (std::size_t i = 0; i < sources.size(); ++i)
    for (std::size_t j = 0; j < sources.size(); ++j)
      if (a.entries[i] && b.entries[j] && same(*a.entries[i], *sources[i], *b.entries[j], *sources[j])) return true;
  return false;
}

void run_pass(std::vector<Group>& groups, const SourceList& sources, const Pass& pass) {
  for (std::size_t a = 0; a < groups.size(); ++a)
    for (std::size_t b = a + 1; b < groups.size();) {
      if (!groups[a].shares_source_with(groups[b]) && some_pair(groups[a], groups[b], sources, pass.same)) {
        groups[a].absorb(groups[b], std::max(groups[a].match, pass.match));
        groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(b));
      } else {
        ++b;
      }
    }
}

}  // namespace

std::vector<Group> match_keys_and_indexes(const Group& table, const SourceList& sources) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (!table.entries[i]) continue;
    for (Namespace space : {Namespace::constraint, Namespace::index})
      for (const Entry& entry : sources[i]->catalog.members(*table.entries[i], space))
        groups.push_back(group_of(&entry, i, sources.size()));
  }
  for (const Pass& pass : passes()) run_pass(groups, sources, pass);
  return groups;
}

}  // namespace pgplumb
