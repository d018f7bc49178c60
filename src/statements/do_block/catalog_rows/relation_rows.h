// Rows of the catalogs about schemas, types, tables and what tables have.
#pragma once

#include "statements/do_block/catalog_rows/catalog_rows.h"

namespace pgplumb {

/// pg_namespace, information_schema.schemata.
std::vector<CatalogRow> schema_rows(Session& session);
std::vector<CatalogRow> type_rows(Session& session);
std::vector<CatalogRow> enum_value_rows(Session& session);
/// pg_class. The server's own relations may have any name that begins with pg_.
std::vector<CatalogRow> class_rows(Session& session);
/// pg_constraint.
std::vector<CatalogRow> constraint_rows(Session& session);
/// information_schema.table_constraints, which has NOT NULL among them.
std::vector<CatalogRow> table_constraint_rows(Session& session);
/// pg_index, pg_indexes.
std::vector<CatalogRow> index_rows(Session& session);
/// information_schema.columns.
std::vector<CatalogRow> column_rows(Session& session);
/// pg_attribute, which has the server's own columns of each relation, and dropped ones.
std::vector<CatalogRow> attribute_rows(Session& session);
/// pg_inherits: partitions, and tables that INHERIT.
std::vector<CatalogRow> inheritance_rows(Session& session);
/// pg_tables, pg_views, information_schema.tables: what is of these kinds.
std::vector<CatalogRow> relation_rows(Session& session, bool (*belongs)(RelationKind));

}  // namespace pgplumb
