#include "statements/do_block/catalog_rows/catalog_rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "catalog/uncertain_kinds.h"
#include "statements/do_block/catalog_rows/beside_rows.h"
#include "statements/do_block/catalog_rows/column_rows.h"
#include "statements/do_block/catalog_rows/relation_rows.h"
#include "statements/do_block/catalog_rows/rows_in_part.h"

namespace pgplumb {

namespace {

using Rows = std::vector<CatalogRow>;

bool is_any(RelationKind kind) { return kind != RelationKind::materialized_view; }
bool is_table(RelationKind kind) { return kind == RelationKind::table || kind == RelationKind::partitioned_table; }
bool is_view(RelationKind kind) { return kind == RelationKind::view; }
bool is_materialized_view(RelationKind kind) { return kind == RelationKind::materialized_view; }

/// The last one repeated.
constexpr std::array<Namespace, 4> only(Namespace kind) { return {kind, kind, kind, kind}; }

constexpr RowShape of_schemas{only(Namespace::schema), {"nspname", "schema_name"}, "oid"};
constexpr RowShape of_types{{Namespace::type, Namespace::relation, Namespace::relation, Namespace::relation}, {"typname"}, "oid"};
constexpr RowShape of_enum_values{only(Namespace::enum_value), {"enumlabel"}, {}, {}, "enumtypid"};
constexpr RowShape of_classes{
    {Namespace::relation, Namespace::sequence, Namespace::index, Namespace::constraint}, {"relname"}, "oid"};
constexpr RowShape of_constraints{only(Namespace::constraint), {"conname", "constraint_name"}, "oid", {"table_name"}, "conrelid"};
constexpr RowShape of_indexes{{Namespace::index, Namespace::constraint, Namespace::constraint, Namespace::constraint},
                              {"indexname"},
                              "indexrelid",
                              {"tablename"},
                              "indrelid"};
constexpr RowShape of_columns{only(Namespace::column), {"attname", "column_name"}, {}, {"table_name"}, "attrelid"};
constexpr RowShape of_relations{only(Namespace::relation), {"tablename", "viewname", "matviewname", "table_name"}};
constexpr RowShape of_policies{only(Namespace::policy), {"polname", "policyname"}, "oid", {"tablename"}, "polrelid"};
constexpr RowShape of_triggers{only(Namespace::trigger), {"tgname", "trigger_name"}, "oid", {"event_object_table"}, "tgrelid"};
constexpr RowShape of_routines{only(Namespace::routine), {"proname", "routine_name"}, "oid"};
constexpr RowShape of_sequences{only(Namespace::sequence), {"sequencename", "sequence_name"}};
constexpr RowShape of_publications{only(Namespace::publication), {"pubname"}, "oid"};
constexpr RowShape of_extensions{only(Namespace::extension), {"extname"}, "oid"};

/// The last one repeated.
using MadeFrom = std::array<Namespace, 7>;
template <class... Spaces>
constexpr MadeFrom made_from(Spaces... spaces) {
  const std::array given = {Namespace::schema, spaces...};
  MadeFrom all;
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = given[std::min(i, given.size() - 1)];
  return all;
}
constexpr MadeFrom from_types = made_from(Namespace::type, Namespace::relation);
constexpr MadeFrom from_enums = made_from(Namespace::type, Namespace::enum_value);
constexpr MadeFrom from_relations = made_from(Namespace::relation, Namespace::partition);
constexpr MadeFrom from_columns = made_from(Namespace::relation, Namespace::partition, Namespace::column, Namespace::type);
constexpr MadeFrom from_indexes = made_from(Namespace::relation, Namespace::partition, Namespace::constraint, Namespace::index);
constexpr MadeFrom from_constraints = made_from(Namespace::relation, Namespace::partition, Namespace::constraint,
                                                Namespace::index, Namespace::column, Namespace::type);
constexpr MadeFrom from_classes = made_from(Namespace::relation, Namespace::partition, Namespace::constraint, Namespace::index,
                                            Namespace::sequence, Namespace::type);

struct KnownCatalog {
  std::string_view schema, name;
  Rows (*rows)(Session&);
  const RowShape* shape;                // null where what is made in part has no rows
  const MadeFrom* made_from = nullptr;  // the kinds of objects that have a part in the rows; null for any
};
constexpr std::array known_catalogs = {
    KnownCatalog{"pg_catalog", "pg_namespace", schema_rows, &of_schemas},
    KnownCatalog{"pg_catalog", "pg_type", type_rows, &of_types, &from_types},
    KnownCatalog{"pg_catalog", "pg_enum", enum_value_rows, &of_enum_values, &from_enums},
    KnownCatalog{"pg_catalog", "pg_class", class_rows, &of_classes, &from_classes},
    KnownCatalog{"pg_catalog", "pg_constraint", constraint_rows, &of_constraints, &from_constraints},
    KnownCatalog{"pg_catalog", "pg_indexes", index_rows, &of_indexes, &from_indexes},
    KnownCatalog{"pg_catalog", "pg_index", index_rows, &of_indexes, &from_indexes},
    KnownCatalog{"pg_catalog", "pg_attribute", attribute_rows, &of_columns, &from_columns},
    KnownCatalog{"pg_catalog", "pg_inherits", inheritance_rows, nullptr},
    KnownCatalog{"pg_catalog", "pg_tables", [](Session& session) { return relation_rows(session, is_table); }, &of_relations,
                 &from_relations},
    KnownCatalog{"pg_catalog", "pg_views", [](Session& session) { return relation_rows(session, is_view); }, &of_relations,
                 &from_relations},
    KnownCatalog{"pg_catalog", "pg_matviews", [](Session& session) { return relation_rows(session, is_materialized_view); },
                 &of_relations, &from_relations},
    KnownCatalog{"pg_catalog", "pg_policies", policy_rows, &of_policies},
    KnownCatalog{"pg_catalog", "pg_policy", policy_rows, &of_policies},
    KnownCatalog{"pg_catalog", "pg_trigger", trigger_rows, &of_triggers},
    KnownCatalog{"pg_catalog", "pg_proc", routine_rows, &of_routines},
    KnownCatalog{"pg_catalog", "pg_sequences", sequence_rows, &of_sequences},
    KnownCatalog{"pg_catalog", "pg_extension", extension_rows, &of_extensions},
    KnownCatalog{"pg_catalog", "pg_publication", publication_rows, &of_publications},
    KnownCatalog{"pg_catalog", "pg_publication_tables", published_table_rows, &of_publications},
    KnownCatalog{"information_schema", "schemata", schema_rows, &of_schemas},
    KnownCatalog{"information_schema", "tables", [](Session& session) { return relation_rows(session, is_any); }, &of_relations,
                 &from_relations},
    KnownCatalog{"information_schema", "views", [](Session& session) { return relation_rows(session, is_view); }, &of_relations,
                 &from_relations},
    KnownCatalog{"information_schema", "columns", column_rows, &of_columns, &from_columns},
    KnownCatalog{"information_schema", "table_constraints", table_constraint_rows, &of_constraints, &from_constraints},
    KnownCatalog{"information_schema", "key_column_usage", key_columns, &of_constraints, &from_constraints},
    KnownCatalog{"information_schema", "constraint_column_usage", constrained_columns, &of_constraints, &from_constraints},
    KnownCatalog{"information_schema", "triggers", trigger_rows, &of_triggers},
    KnownCatalog{"information_schema", "routines", routine_rows, &of_routines},
    KnownCatalog{"information_schema", "sequences", sequences_of_their_own, &of_sequences},
};

/// Something may have dropped it, or its table, or have made it otherwise.
bool is_in_doubt(const Draft& draft, const Symbol* symbol) {
  const Draft::Item* item = draft.item(symbol);
  const Draft::Item* owner = item && is_member(item->space) ? draft.item(symbol->parent) : nullptr;
  return item && (item->uncertain || may_be_gone(*item) || (owner && may_be_gone(*owner)));
}

Rows rows_of(Session& session, const KnownCatalog& catalog) {
  Rows rows = catalog.rows(session);
  for (CatalogRow& row : rows) row.may_be_absent |= is_in_doubt(session.draft(), row.of);
  if (catalog.shape) append_rows_in_part(session, *catalog.shape, rows);
  return rows;
}

}  // namespace

const Value& CatalogRow::value(std::string_view column) const {
  static const Value unknown;
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.first == column; });
  return found == columns.end() ? unknown : found->second;
}

std::string object_number(const Symbol* symbol) { return symbol ? std::to_string(symbol->number) : "0"; }

namespace {

/// All that rows are made from.
struct Revision {
  std::size_t draft = 0, names_in_part = 0;
  bool may_find_others = false;
  std::vector<std::string> search_path = {};
  bool operator==(const Revision&) const = default;
};

/// The sum only grows.
std::size_t revision_of(const Draft& draft, const MadeFrom* made_from) {
  std::size_t sum = 0;
  for (std::size_t i = 0; made_from ? i < made_from->size() : i < namespace_count; ++i)
    sum += draft.revision(made_from ? (*made_from)[i] : static_cast<Namespace>(i));
  return sum;
}

Revision revision_of(Session& session, const MadeFrom* made_from) {
  return {revision_of(session.draft(), made_from), session.names_in_part.size(), may_find_others(session), session.search_path()};
}

const KnownCatalog* known_catalog(Session& session, std::string_view schema, std::string_view relation) {
  // What statements that are put together make is partitions, more often than not.
  const bool may_have_others = session.absences_uncertain || may_have_any(session.uncertain_names, Namespace::partition);
  if (relation == "pg_inherits" && may_have_others) return nullptr;
  const auto found = std::find_if(known_catalogs.begin(), known_catalogs.end(), [&](const KnownCatalog& catalog) {
    return catalog.schema == schema && catalog.name == relation;
  });
  return found == known_catalogs.end() ? nullptr : &*found;
}

}  // namespace

struct KeptRows {
  struct Kept {
    Revision revision;
    std::shared_ptr<const CatalogRows> rows;
  };
  std::map<const KnownCatalog*, Kept> catalogs;
};

std::shared_ptr<const CatalogRows> catalog_rows(Session& session, std::string_view schema, std::string_view relation) {
  const KnownCatalog* catalog = known_catalog(session, schema.empty() ? "pg_catalog" : schema, relation);
  if (!catalog) return nullptr;
  if (!session.kept_rows) session.kept_rows = std::make_shared<KeptRows>();
  KeptRows::Kept& kept = session.kept_rows->catalogs[catalog];
  Revision revision = revision_of(session, catalog->made_from);
  if (!kept.rows || kept.revision != revision)
    kept = {std::move(revision), std::make_shared<const CatalogRows>(rows_of(session, *catalog))};
  return kept.rows;
}

const CatalogRows::ColumnIndex& CatalogRows::index_of(std::string_view column) const {
  const auto [place, is_new] = indexes_.try_emplace(std::string(column));
  ColumnIndex& index = place->second;
  for (std::size_t i = 0; is_new && i < rows_.size(); ++i) {
    const Value& value = rows_[i].value(column);
    const bool is_text = value.is_known() && !value.is_boolean;
    (is_text ? index.by_text[value.text] : index.others).push_back(&rows_[i]);
  }
  return index;
}

std::vector<const CatalogRow*> CatalogRows::that_may_have(std::string_view column, const Value& value) const {
  const ColumnIndex& index = index_of(column);
  std::vector<const CatalogRow*> found = index.others;
  if (const auto equal = index.by_text.find(value.text); equal != index.by_text.end())
    found.insert(found.end(), equal->second.begin(), equal->second.end());
  std::sort(found.begin(), found.end());  // all stand in one vector
  return found;
}

}  // namespace pgplumb
