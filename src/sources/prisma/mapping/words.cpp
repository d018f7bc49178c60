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
    {"column", "default", "identity"},  // autoincrement() counts by whatever sequence
    {"unique", "form"},
    {"unique", "nulls_not_distinct"},
    {"unique", "deferrable"},
    {"unique", "initially_deferred"},
    {"primary key", "deferrable"},
    {"primary key", "initially_deferred"},
    {"primary key", "options"},
    {"unique", "options"},
    {"foreign key", "match_full"},
    {"foreign key", "set_columns"},
    {"foreign key", "deferrable"},
    {"foreign key", "initially_deferred"},
    {"foreign key", "validated"},
    {"column", "collation"},
    {"column", "storage"},
    {"column", "foreign_options"},
    {"table", "unlogged"},
    {"table", "row_security"},
    {"table", "force_row_security"},
    {"table", "replica_identity"},
    {"table", "replica_index"},
    {"table", "options"},
    {"table", "server"},
    {"table", "partition_key"},
    {"table", "definition"},
    {"table", "parents"},
    {"table", "composite_type"},
    {"", "comment"},
    {"index", "options"},
    {"index", "valid"},
    {"index", "include"},
    {"index", "nulls_not_distinct"},
    {"index", "", "expression"},
    {"index", "method", "added method"},  // hnsw, bloom …: Prisma takes it for a btree of the same columns
    {"index", "operator_class", "added method"},
    {"enum", "order"},  // ALTER TYPE ADD VALUE appends, wherever the schema has the value
};

/// The kinds that the language has words for; it is silent about all others.
constexpr std::string_view known_kinds[] = {pgplumb::Schema::kind, Table::kind,         Column::kind,
                                            PrimaryKey::kind,      Unique::kind,        ForeignKey::kind,
                                            pgplumb::Index::kind,  pgplumb::Enum::kind, EnumValue::kind};

bool has_partial_index(const Model& model) {
  const auto is_partial = [](const Key& key) { return key.where != nullptr; };
  return std::any_of(model.indexes.begin(), model.indexes.end(), is_partial) ||
         std::any_of(model.uniques.begin(), model.uniques.end(), is_partial);
}

}  // namespace

std::vector<Silence> silences_of(const Schema& schema) {
  std::vector<Silence> silences(std::begin(always), std::end(always));
  for (const std::string_view kind : kind_names())
    if (std::find(std::begin(known_kinds), std::end(known_kinds), kind) == std::end(known_kinds)) silences.push_back({kind, ""});
  // A schema that states no partial index does not say that there are none.
  if (std::none_of(schema.models.begin(), schema.models.end(), has_partial_index)) silences.push_back({"index", "", "predicate"});
  return silences;
}

}  // namespace pgplumb::prisma
