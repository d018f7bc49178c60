// Rows of the catalogs about columns: what they are, and which of them constraints are about.
#pragma once

#include "statements/do_block/catalog_rows/catalog_rows.h"

namespace pgplumb {

/// What information_schema.columns.data_type says of it.
std::string standard_name(const DataType& type);

/// What pg_attribute and information_schema.columns say of it, under the names of both.
void append_column_properties(Session& session, const Column& column, CatalogRow& row);

/// pg_constraint.conkey
std::vector<const Symbol*> columns_of_constraint(Session& session, const Symbol* constraint);

/// information_schema.key_column_usage: the columns of keys and unique constraints.
std::vector<CatalogRow> key_columns(Session& session);
/// information_schema.constraint_column_usage: of a foreign key those that it refers to, of a check those in its expression.
std::vector<CatalogRow> constrained_columns(Session& session);

}  // namespace pgplumb
