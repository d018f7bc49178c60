#include "statements/do_block/catalog_rows.h"

#include <algorithm>
#include <array>

#include "statements/do_block/beside_rows.h"
#include "statements/do_block/column_rows.h"
#include "statements/do_block/draft_walk.h"

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
    rows.push_back({{"oid", object_number(schema)}, {"nspname", schema->text}, {"schema_name", schema->text}});
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
  const auto add = [&](const Symbol* schema, std::string name, std::string number, const char* letter) {
    rows.push_back(
        {{"oid", std::move(number)}, {"typname", std::move(name)}, {"typnamespace", object_number(schema)}, {"typtype", letter}});
  };
  for_each_object(session, Namespace::type, [&](const Symbol* schema, const Symbol* type) {
    add(schema, type->text, object_number(type), type_letter(session, type));
    if (const auto* range = session.draft().object<RangeType>(type))
      add(range->multirange.symbol->parent, range->multirange.symbol->text, "multirange " + object_number(type), "m");
  });
  for_each_object(session, Namespace::relation, [&](const Symbol* schema, const Symbol* table) {
    add(schema, table->text, "row " + object_number(table), "c");
  });
  return rows;
}

Rows enum_values(Session& session) {
  Rows rows;
  for_each_member(session, Namespace::type, [&](const Symbol* type, const Symbol* value) {
    rows.push_back({{"enumtypid", object_number(type)}, {"enumlabel", value->text}});
  });
  return rows;
}

Rows classes(Session& session) {
  Rows rows;
  const auto add = [&](const Symbol* schema, const std::string& name, std::string number, std::string letter) {
    rows.push_back(
        {{"oid", std::move(number)}, {"relname", name}, {"relnamespace", object_number(schema)}, {"relkind", std::move(letter)}});
  };
  for (const Namespace space : {Namespace::relation, Namespace::partition})
    for_each_object(session, space, [&](const Symbol* schema, const Symbol* relation) {
      add(schema, relation->text, object_number(relation), relation_letter(session, relation));
      for (const Symbol* member : session.draft().members(relation))
        if (is_index(session, member)) add(schema, member->text, object_number(member), "i");
    });
  for_each_object(session, Namespace::sequence, [&](const Symbol* schema, const Symbol* sequence) {
    add(schema, sequence->text, object_number(sequence), "S");
  });
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
    rows.push_back({{"oid", object_number(constraint)},
                    {"conname", name},
                    {"conrelid", object_number(table)},
                    {"connamespace", object_number(table->parent)},
                    {"contype", std::string(words.letter)},
                    {"confrelid", std::move(target)},
                    {"constraint_schema", table->parent->text},
                    {"constraint_name", name},
                    {"table_schema", table->parent->text},
                    {"table_name", table->text},
                    {"constraint_type", std::string(words.name)}});
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
    rows.push_back({{"schemaname", table->parent->text},
                    {"tablename", table->text},
                    {"indexname", member->text},
                    {"indexrelid", object_number(member)},
                    {"indrelid", object_number(table)},
                    {"indisunique", flag(!index || index->unique)},
                    {"indisprimary", flag(session.draft().object<PrimaryKey>(member))}});
  });
  return rows;
}

Rows columns(Session& session) {
  Rows rows;
  for_each_member(session, Namespace::relation, [&](const Symbol* table, const Symbol* member) {
    const auto* column = session.draft().object<Column>(member);
    if (!column) return;
    CatalogRow row{{"attrelid", object_number(table)},    {"attname", member->text},   {"attisdropped", "f"},
                   {"table_schema", table->parent->text}, {"table_name", table->text}, {"column_name", member->text}};
    if (!session.draft().item(member)->uncertain) append_column_properties(session, *column, row);
    rows.push_back(std::move(row));
  });
  return rows;
}

/// Partitions, and tables that INHERIT.
Rows inheritance(Session& session) {
  Rows rows;
  const auto add = [&](const Symbol* below, const Symbol* above) {
    rows.push_back({{"inhrelid", object_number(below)}, {"inhparent", object_number(above)}, {"inhdetachpending", "f"}});
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
    rows.push_back({{"schemaname", schema->text},
                    {"tablename", relation->text},
                    {"viewname", relation->text},
                    {"matviewname", relation->text},
                    {"table_schema", schema->text},
                    {"table_name", relation->text},
                    {"table_type", kind == RelationKind::view ? "VIEW" : "BASE TABLE"}});
  });
  return rows;
}

bool is_any(RelationKind kind) { return kind != RelationKind::materialized_view; }
bool is_table(RelationKind kind) { return kind == RelationKind::table || kind == RelationKind::partitioned_table; }
bool is_view(RelationKind kind) { return kind == RelationKind::view; }
bool is_materialized_view(RelationKind kind) { return kind == RelationKind::materialized_view; }

struct KnownCatalog {
  std::string_view schema, name;
  Rows (*rows)(Session&);
};
constexpr std::array known_catalogs = {
    KnownCatalog{"pg_catalog", "pg_namespace", schemata},
    KnownCatalog{"pg_catalog", "pg_type", types},
    KnownCatalog{"pg_catalog", "pg_enum", enum_values},
    KnownCatalog{"pg_catalog", "pg_class", classes},
    KnownCatalog{"pg_catalog", "pg_constraint", constraints},
    KnownCatalog{"pg_catalog", "pg_indexes", indexes},
    KnownCatalog{"pg_catalog", "pg_index", indexes},
    KnownCatalog{"pg_catalog", "pg_attribute", columns},
    KnownCatalog{"pg_catalog", "pg_inherits", inheritance},
    KnownCatalog{"pg_catalog", "pg_tables", [](Session& session) { return relations(session, is_table); }},
    KnownCatalog{"pg_catalog", "pg_views", [](Session& session) { return relations(session, is_view); }},
    KnownCatalog{"pg_catalog", "pg_matviews", [](Session& session) { return relations(session, is_materialized_view); }},
    KnownCatalog{"pg_catalog", "pg_policies", policy_rows},
    KnownCatalog{"pg_catalog", "pg_policy", policy_rows},
    KnownCatalog{"pg_catalog", "pg_trigger", trigger_rows},
    KnownCatalog{"pg_catalog", "pg_proc", routine_rows},
    KnownCatalog{"pg_catalog", "pg_sequences", sequence_rows},
    KnownCatalog{"pg_catalog", "pg_extension", extension_rows},
    KnownCatalog{"pg_catalog", "pg_publication", publication_rows},
    KnownCatalog{"pg_catalog", "pg_publication_tables", published_table_rows},
    KnownCatalog{"information_schema", "schemata", schemata},
    KnownCatalog{"information_schema", "tables", [](Session& session) { return relations(session, is_any); }},
    KnownCatalog{"information_schema", "views", [](Session& session) { return relations(session, is_view); }},
    KnownCatalog{"information_schema", "columns", columns},
    KnownCatalog{"information_schema", "table_constraints", constraints},
    KnownCatalog{"information_schema", "key_column_usage", key_columns},
    KnownCatalog{"information_schema", "constraint_column_usage", constrained_columns},
    KnownCatalog{"information_schema", "triggers", trigger_rows},
    KnownCatalog{"information_schema", "routines", routine_rows},
    KnownCatalog{"information_schema", "sequences", sequence_rows},
};

}  // namespace

std::string object_number(const Symbol* symbol) { return symbol ? std::to_string(symbol->number) : "0"; }

std::optional<std::vector<CatalogRow>> catalog_rows(Session& session, std::string_view schema, std::string_view relation) {
  const std::string_view home = schema.empty() ? std::string_view("pg_catalog") : schema;
  // What statements that are put together make is partitions, more often than not.
  if (relation == "pg_inherits" && session.absences_uncertain) return std::nullopt;
  for (const KnownCatalog& catalog : known_catalogs)
    if (catalog.schema == home && catalog.name == relation) return catalog.rows(session);
  return std::nullopt;
}

}  // namespace pgplumb
