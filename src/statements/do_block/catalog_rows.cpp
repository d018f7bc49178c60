#include "statements/do_block/catalog_rows.h"

#include <algorithm>
#include <array>

#include "statements/do_block/beside_rows.h"
#include "statements/do_block/column_rows.h"
#include "statements/do_block/draft_walk.h"
#include "statements/do_block/rows_in_part.h"

namespace pgplumb {

namespace {

using Rows = std::vector<CatalogRow>;

bool is_index(Session& session, const Symbol* member) {
  return session.draft().object<Index>(member) || session.draft().object<Unique>(member) ||
         session.draft().object<PrimaryKey>(member);
}

std::string relation_letter(Session& session, const Symbol* relation) {
  constexpr std::array letters = {"r", "p", "v", "m", "f"};
  if (const auto* partition = session.draft().object<Partition>(relation)) return partition->partition_key ? "p" : "r";
  return letters[static_cast<std::size_t>(session.draft().object<Table>(relation)->relation_kind)];
}

Rows schemata(Session& session) {
  Rows rows;
  for (const Symbol* schema : session.draft().schemas())
    rows.push_back({{{"oid", object_number(schema)}, {"nspname", schema->text}, {"schema_name", schema->text}}, schema});
  return rows;
}

/// pg_type.typtype
const char* type_letter(Session& session, const Symbol* type) {
  if (session.draft().object<Domain>(type)) return "d";
  if (session.draft().object<CompositeType>(type)) return "c";
  return session.draft().object<RangeType>(type) ? "r" : "e";
}

Rows types(Session& session) {
  Rows rows;
  const auto add = [&](const Symbol* type, std::string number, const char* letter) {
    rows.push_back({{{"oid", std::move(number)},
                     {"typname", type->text},
                     {"typnamespace", object_number(type->parent)},
                     {"typtype", letter}},
                    type});
  };
  for_each_object(session, Namespace::type,
                  [&](const Symbol*, const Symbol* type) { add(type, object_number(type), type_letter(session, type)); });
  for_each_object(session, Namespace::relation,
                  [&](const Symbol*, const Symbol* table) { add(table, "row " + object_number(table), "c"); });
  return rows;
}

Rows enum_values(Session& session) {
  Rows rows;
  for_each_member(session, Namespace::type, [&](const Symbol* type, const Symbol* value) {
    rows.push_back({{{"enumtypid", object_number(type)}, {"enumlabel", value->text}}, value});
  });
  return rows;
}

Rows classes(Session& session) {
  Rows rows;
  const auto add = [&](const Symbol* schema, const Symbol* relation, std::string letter) {
    rows.push_back({{{"oid", object_number(relation)},
                     {"relname", relation->text},
                     {"relnamespace", object_number(schema)},
                     {"relkind", std::move(letter)}},
                    relation});
  };
  for (const Namespace space : {Namespace::relation, Namespace::partition})
    for_each_object(session, space, [&](const Symbol* schema, const Symbol* relation) {
      add(schema, relation, relation_letter(session, relation));
      for (const Symbol* member : session.draft().members(relation))
        if (is_index(session, member)) add(schema, member, "i");
    });
  for_each_object(session, Namespace::sequence,
                  [&](const Symbol* schema, const Symbol* sequence) { add(schema, sequence, "S"); });
  return rows;
}

struct ConstraintWords {
  std::string_view letter, name;
};
/// Nothing for a member that is no constraint.
std::optional<ConstraintWords> constraint_words(Session& session, const Symbol* member) {
  if (session.draft().object<PrimaryKey>(member)) return ConstraintWords{"p", "PRIMARY KEY"};
  if (session.draft().object<ForeignKey>(member)) return ConstraintWords{"f", "FOREIGN KEY"};
  if (session.draft().object<Check>(member)) return ConstraintWords{"c", "CHECK"};
  if (session.draft().object<Exclusion>(member)) return ConstraintWords{"x", "EXCLUDE"};
  const auto* unique = session.draft().object<Unique>(member);
  if (unique && unique->form == UniqueForm::constraint) return ConstraintWords{"u", "UNIQUE"};
  return std::nullopt;
}

Rows constraints(Session& session) {
  Rows rows;
  const auto add = [&](const Symbol* table, const Symbol* constraint, ConstraintWords words, std::string target) {
    const std::string& name = constraint->text;
    rows.push_back({{{"oid", object_number(constraint)},
                     {"conname", name},
                     {"conrelid", object_number(table)},
                     {"connamespace", object_number(table->parent)},
                     {"contype", std::string(words.letter)},
                     {"confrelid", std::move(target)},
                     {"constraint_schema", table->parent->text},
                     {"constraint_name", name},
                     {"table_schema", table->parent->text},
                     {"table_name", table->text},
                     {"constraint_type", std::string(words.name)}},
                    constraint});
  };
  for_each_member(session, Namespace::relation, [&](const Symbol* table, const Symbol* member) {
    const auto words = constraint_words(session, member);
    const auto* key = session.draft().object<ForeignKey>(member);
    if (words) add(table, member, *words, key ? object_number(key->target.symbol) : "0");
  });
  return rows;
}

Rows indexes(Session& session) {
  Rows rows;
  for_each_member(session, Namespace::relation, [&](const Symbol* table, const Symbol* member) {
    if (!is_index(session, member)) return;
    const auto* index = session.draft().object<Index>(member);
    rows.push_back({{{"schemaname", table->parent->text},
                     {"tablename", table->text},
                     {"indexname", member->text},
                     {"indexrelid", object_number(member)},
                     {"indrelid", object_number(table)},
                     {"indisunique", flag(!index || index->unique)},
                     {"indisprimary", flag(session.draft().object<PrimaryKey>(member))}},
                    member});
  });
  return rows;
}

Rows columns(Session& session) {
  Rows rows;
  for_each_member(session, Namespace::relation, [&](const Symbol* table, const Symbol* member) {
    const auto* column = session.draft().object<Column>(member);
    if (!column) return;
    CatalogRow row{{{"attrelid", object_number(table)},
                    {"attname", member->text},
                    {"attisdropped", "f"},
                    {"table_schema", table->parent->text},
                    {"table_name", table->text},
                    {"column_name", member->text}},
                   member};
    if (!session.draft().item(member)->uncertain) append_column_properties(session, *column, row);
    rows.push_back(std::move(row));
  });
  return rows;
}

/// Partitions, and tables that INHERIT.
Rows inheritance(Session& session) {
  Rows rows;
  const auto add = [&](const Symbol* below, const Symbol* above) {
    rows.push_back({{{"inhrelid", object_number(below)}, {"inhparent", object_number(above)}, {"inhdetachpending", "f"}}, below});
  };
  for_each_object(session, Namespace::partition, [&](const Symbol*, const Symbol* partition) {
    add(partition, session.draft().object<Partition>(partition)->of.symbol);
  });
  for_each_object(session, Namespace::relation, [&](const Symbol*, const Symbol* table) {
    for (const RelationRef above : *session.draft().object<Table>(table)->parents) add(table, above.symbol);
  });
  return rows;
}

/// pg_tables, pg_views, information_schema.tables: each row under the names of all.
Rows relations(Session& session, bool (*belongs)(RelationKind)) {
  Rows rows;
  for_each_object(session, Namespace::relation, [&](const Symbol* schema, const Symbol* relation) {
    const RelationKind kind = session.draft().object<Table>(relation)->relation_kind;
    if (!belongs(kind)) return;
    rows.push_back({{{"schemaname", schema->text},
                     {"tablename", relation->text},
                     {"viewname", relation->text},
                     {"matviewname", relation->text},
                     {"table_schema", schema->text},
                     {"table_name", relation->text},
                     {"table_type", kind == RelationKind::view ? "VIEW" : "BASE TABLE"}},
                    relation});
  });
  return rows;
}

bool is_any(RelationKind kind) { return kind != RelationKind::materialized_view; }
bool is_table(RelationKind kind) { return kind == RelationKind::table || kind == RelationKind::partitioned_table; }
bool is_view(RelationKind kind) { return kind == RelationKind::view; }
bool is_materialized_view(RelationKind kind) { return kind == RelationKind::materialized_view; }

constexpr RowShape of_schemas{
    {Namespace::schema, Namespace::schema, Namespace::schema, Namespace::schema}, {"nspname", "schema_name"}, "oid"};
constexpr RowShape of_types{{Namespace::type, Namespace::relation, Namespace::relation, Namespace::relation}, {"typname"}, "oid"};
constexpr RowShape of_enum_values{{Namespace::enum_value, Namespace::enum_value, Namespace::enum_value, Namespace::enum_value},
                                  {"enumlabel"},
                                  {},
                                  {},
                                  "enumtypid"};
constexpr RowShape of_relations_and_indexes{
    {Namespace::relation, Namespace::sequence, Namespace::index, Namespace::constraint}, {"relname"}, "oid"};
constexpr RowShape of_constraints{{Namespace::constraint, Namespace::constraint, Namespace::constraint, Namespace::constraint},
                                  {"conname", "constraint_name"},
                                  "oid",
                                  {"table_name"},
                                  "conrelid"};
constexpr RowShape of_indexes{{Namespace::index, Namespace::constraint, Namespace::constraint, Namespace::constraint},
                              {"indexname"},
                              "indexrelid",
                              {"tablename"},
                              "indrelid"};
constexpr RowShape of_columns{{Namespace::column, Namespace::column, Namespace::column, Namespace::column},
                              {"attname", "column_name"},
                              {},
                              {"table_name"},
                              "attrelid"};
constexpr RowShape of_relations{{Namespace::relation, Namespace::relation, Namespace::relation, Namespace::relation},
                                {"tablename", "viewname", "matviewname", "table_name"}};
constexpr RowShape of_policies{{Namespace::policy, Namespace::policy, Namespace::policy, Namespace::policy},
                               {"polname", "policyname"},
                               "oid",
                               {"tablename"},
                               "polrelid"};
constexpr RowShape of_triggers{{Namespace::trigger, Namespace::trigger, Namespace::trigger, Namespace::trigger},
                               {"tgname", "trigger_name"},
                               "oid",
                               {"event_object_table"},
                               "tgrelid"};
constexpr RowShape of_routines{
    {Namespace::routine, Namespace::routine, Namespace::routine, Namespace::routine}, {"proname", "routine_name"}, "oid"};
constexpr RowShape of_sequences{{Namespace::sequence, Namespace::sequence, Namespace::sequence, Namespace::sequence},
                                {"sequencename", "sequence_name"}};
constexpr RowShape of_publications{
    {Namespace::publication, Namespace::publication, Namespace::publication, Namespace::publication}, {"pubname"}, "oid"};
constexpr RowShape of_extensions{
    {Namespace::extension, Namespace::extension, Namespace::extension, Namespace::extension}, {"extname"}, "oid"};

struct KnownCatalog {
  std::string_view schema, name;
  Rows (*rows)(Session&);
  const RowShape* shape;  // null where what is made in part has no rows
};
constexpr std::array known_catalogs = {
    KnownCatalog{"pg_catalog", "pg_namespace", schemata, &of_schemas},
    KnownCatalog{"pg_catalog", "pg_type", types, &of_types},
    KnownCatalog{"pg_catalog", "pg_enum", enum_values, &of_enum_values},
    KnownCatalog{"pg_catalog", "pg_class", classes, &of_relations_and_indexes},
    KnownCatalog{"pg_catalog", "pg_constraint", constraints, &of_constraints},
    KnownCatalog{"pg_catalog", "pg_indexes", indexes, &of_indexes},
    KnownCatalog{"pg_catalog", "pg_index", indexes, &of_indexes},
    KnownCatalog{"pg_catalog", "pg_attribute", columns, &of_columns},
    KnownCatalog{"pg_catalog", "pg_inherits", inheritance, nullptr},
    KnownCatalog{"pg_catalog", "pg_tables", [](Session& session) { return relations(session, is_table); }, &of_relations},
    KnownCatalog{"pg_catalog", "pg_views", [](Session& session) { return relations(session, is_view); }, &of_relations},
    KnownCatalog{"pg_catalog", "pg_matviews", [](Session& session) { return relations(session, is_materialized_view); },
                 &of_relations},
    KnownCatalog{"pg_catalog", "pg_policies", policy_rows, &of_policies},
    KnownCatalog{"pg_catalog", "pg_policy", policy_rows, &of_policies},
    KnownCatalog{"pg_catalog", "pg_trigger", trigger_rows, &of_triggers},
    KnownCatalog{"pg_catalog", "pg_proc", routine_rows, &of_routines},
    KnownCatalog{"pg_catalog", "pg_sequences", sequence_rows, &of_sequences},
    KnownCatalog{"pg_catalog", "pg_extension", extension_rows, &of_extensions},
    KnownCatalog{"pg_catalog", "pg_publication", publication_rows, &of_publications},
    KnownCatalog{"pg_catalog", "pg_publication_tables", published_table_rows, &of_publications},
    KnownCatalog{"information_schema", "schemata", schemata, &of_schemas},
    KnownCatalog{"information_schema", "tables", [](Session& session) { return relations(session, is_any); }, &of_relations},
    KnownCatalog{"information_schema", "views", [](Session& session) { return relations(session, is_view); }, &of_relations},
    KnownCatalog{"information_schema", "columns", columns, &of_columns},
    KnownCatalog{"information_schema", "table_constraints", constraints, &of_constraints},
    KnownCatalog{"information_schema", "key_column_usage", key_columns, &of_constraints},
    KnownCatalog{"information_schema", "constraint_column_usage", constrained_columns, &of_constraints},
    KnownCatalog{"information_schema", "triggers", trigger_rows, &of_triggers},
    KnownCatalog{"information_schema", "routines", routine_rows, &of_routines},
    KnownCatalog{"information_schema", "sequences", sequence_rows, &of_sequences},
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

std::string object_number(const Symbol* symbol) { return symbol ? std::to_string(symbol->number) : "0"; }

std::optional<std::vector<CatalogRow>> catalog_rows(Session& session, std::string_view schema, std::string_view relation) {
  const std::string_view home = schema.empty() ? std::string_view("pg_catalog") : schema;
  // What statements that are put together make is partitions, more often than not.
  if (relation == "pg_inherits" && session.absences_uncertain) return std::nullopt;
  for (const KnownCatalog& catalog : known_catalogs)
    if (catalog.schema == home && catalog.name == relation) return rows_of(session, catalog);
  return std::nullopt;
}

}  // namespace pgplumb
