#pragma once

#include <pgplumb/catalog/catalog.h>

#include <string>

namespace pgplumb {

/// CREATE TABLE with its columns and primary key, then its other keys and indexes and its partitions, as `catalog` states them,
/// and the foreign keys to it that other tables of `actual` lack; statements stand on lines of their own, the last without its
/// semicolon. "" where an option of a foreign table may be a secret.
std::string create_table_sql(const Catalog& catalog, const Entry& table, const Catalog& actual);

/// ALTER TABLE … ADD COLUMN of a column as `catalog` states it, with the name and table of `there`; then the keys, indexes,
/// triggers … over it and over other columns of `actual`.
std::string add_column_sql(const Catalog& catalog, const Entry& there, const Entry& column, const Catalog& actual);

}  // namespace pgplumb
