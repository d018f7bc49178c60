#include "statements/do_block/catalog_rows/system_rows.h"

#include <algorithm>
#include <array>

#include "sql/builtin_types.h"
#include "sql/canonical/resolution/system_relations.h"
#include "statements/do_block/evaluator/type_values.h"

namespace pgplumb {

namespace {

using Rows = std::vector<CatalogRow>;

constexpr const char* catalog_schema = "pg_catalog";
constexpr const char* standard_schema = "information_schema";

/// Those of information_schema that are no views.
constexpr std::array<std::string_view, 4> standard_tables = {"sql_features", "sql_implementation_info", "sql_parts",
                                                             "sql_sizing"};

bool is_table(std::string_view standard_relation) {
  return std::find(standard_tables.begin(), standard_tables.end(), standard_relation) != standard_tables.end();
}

Value beginning_with(const std::string& begin) {
  Value name = Value::partly(begin + Value().part());
  name.is_something = true;
  return name;
}

/// The oid of one of the server's own relations, beyond those of all objects that are known.
std::string number_of_own(std::size_t which) {
  constexpr std::size_t first = 2'000'000'000'000;
  return std::to_string(first + which);
}

Value some_catalog() { return beginning_with("pg_"); }

CatalogRow relation_row(const char* schema, const Value& name, const Value& type) {
  return {{{"schemaname", schema},
           {"tablename", name},
           {"viewname", name},
           {"table_schema", schema},
           {"table_name", name},
           {"table_type", type}}};
}

}  // namespace

Rows system_schemas() {
  Rows rows;
  for (const char* own : {catalog_schema, standard_schema, "pg_toast"})
    rows.push_back({{{"oid", own}, {"nspname", own}, {"schema_name", own}}});
  return rows;
}

Rows system_classes() {
  Rows rows;
  for (const std::string_view name : standard_relations())
    rows.push_back({{{"oid", number_of_own(rows.size() + 1)},
                     {"relname", std::string(name)},
                     {"relnamespace", standard_schema},
                     {"relkind", is_table(name) ? "r" : "v"}}});
  rows.push_back({{{"oid", number_of_own(0)}, {"relname", some_catalog()}, {"relnamespace", catalog_schema}}, nullptr, true});
  return rows;
}

Rows system_relations(bool (*belongs)(RelationKind)) {
  Rows rows;
  for (const std::string_view name : standard_relations())
    if (belongs(is_table(name) ? RelationKind::table : RelationKind::view))
      rows.push_back(relation_row(standard_schema, std::string(name), is_table(name) ? "BASE TABLE" : "VIEW"));
  if (!belongs(RelationKind::table) && !belongs(RelationKind::view)) return rows;
  rows.push_back(relation_row(catalog_schema, some_catalog(), Value::not_null()));
  rows.back().may_be_absent = true;
  return rows;
}

Rows system_types() {
  Rows rows;
  const auto add = [&](std::string_view name, const char* schema) {
    const Value number = number_of_system_type(name);
    rows.push_back({{{"oid", number}, {"typname", std::string(name)}, {"typnamespace", schema}}});
    rows.push_back({{{"oid", array_number(number)}, {"typname", "_" + std::string(name)}, {"typnamespace", schema}}});
  };
  for (const BuiltinType& type : all_builtin_types()) add(type.name, catalog_schema);
  for (const std::string_view name : standard_relations()) add(name, standard_schema);
  for (const char* begin : {"pg_", "_pg_"})
    rows.push_back(
        {{{"oid", number_of_own(0)}, {"typname", beginning_with(begin)}, {"typnamespace", catalog_schema}}, nullptr, true});
  return rows;
}

CatalogRow system_index() {
  return {{{"schemaname", catalog_schema},
           {"tablename", some_catalog()},
           {"indexname", some_catalog()},
           {"indexrelid", number_of_own(0)},
           {"indrelid", catalog_schema}},
          nullptr,
          true};
}

CatalogRow system_constraint() {
  return {{{"conname", some_catalog()},
           {"conrelid", catalog_schema},
           {"connamespace", catalog_schema},
           {"constraint_schema", catalog_schema},
           {"constraint_name", some_catalog()},
           {"table_schema", catalog_schema},
           {"table_name", some_catalog()}},
          nullptr,
          true};
}

Rows system_columns(const std::string& relation) {
  Rows rows;
  int number = 0;
  for (const char* name : {"ctid", "xmin", "cmin", "xmax", "cmax", "tableoid"})
    rows.push_back(
        {{{"attrelid", relation}, {"attname", name}, {"attnum", std::to_string(--number)}, {"attisdropped", Value::of(false)}}});
  return rows;
}

CatalogRow dropped_column() {
  return {{{"attname", beginning_with("........pg.dropped.")},
           {"attisdropped", Value::of(true)},
           {"attnum", Value::not_null()},
           {"atttypid", "0"}},
          nullptr,
          true};
}

}  // namespace pgplumb
