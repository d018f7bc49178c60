// Rows of the catalogs about what the server has by itself.
#pragma once

#include "statements/do_block/catalog_rows/catalog_rows.h"

namespace pgplumb {

/// Their oids, where rows of other catalogs refer to them, read "pg_catalog" and "information_schema".
std::vector<CatalogRow> system_schemas();

/// Of pg_class.
std::vector<CatalogRow> system_classes();

/// Of pg_tables, pg_views, information_schema.tables: those that `belongs` takes.
std::vector<CatalogRow> system_relations(bool (*belongs)(RelationKind));

/// Of pg_type.
std::vector<CatalogRow> system_types();

/// Of pg_indexes and pg_index, pg_constraint: all that is known of them is where they are and how they are called.
CatalogRow system_index();
CatalogRow system_constraint();

/// Of pg_attribute: ctid and the like, which each relation has.
std::vector<CatalogRow> system_columns(const std::string& relation);
/// One that any relation may have.
CatalogRow dropped_column();

}  // namespace pgplumb
