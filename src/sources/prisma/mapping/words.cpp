#include <algorithm>

#include "sources/prisma/mapping/mapping.h"

namespace pgplumb::prisma {
namespace {

/// What the language cannot say of any object.
constexpr Silence always[] = {
    {"schema", ""},
    {"column", "generated"},
    {"column", "default", "generated"},
    {"column", "identity", "generated"},
    {"unique", "form"},
    {"unique", "nulls_not_distinct"},
    {"unique", "deferrable"},
    {"unique", "options"},
    {"foreign key", "match_full"},
    {"foreign key", "deferrable"},
    {"foreign key", "initially_deferred"},
    {"foreign key", "validated"},
    {"index", "valid"},
    {"index", "include"},
    {"index", "nulls_not_distinct"},
    {"index", "", "expression"},
    {"enum", "order"},  // ALTER TYPE ADD VALUE appends, wherever the schema has the value
};

bool has_partial_index(const Model& model) {
  const auto is_partial = [](const Key& key) { return key.where != nullptr; };
  return std::any_of(model.indexes.begin(), model.indexes.end(), is_partial) ||
         std::any_of(model.uniques.begin(), model.uniques.end(), is_partial);
}

}  // namespace

std::vector<Silence> silences_of(const Schema& schema) {
  std::vector<Silence> silences(std::begin(always), std::end(always));
  // A schema that states no partial index does not say that there are none.
  if (std::none_of(schema.models.begin(), schema.models.end(), has_partial_index)) silences.push_back({"index", "", "predicate"});
  return silences;
}

}  // namespace pgplumb::prisma
