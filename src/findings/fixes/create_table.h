#pragma once

#include <string>

#include "findings/case.h"

namespace pgplumb {

/// CREATE TABLE of what is missing with its columns and primary key, then its other keys and indexes and its partitions, and the
/// foreign keys that other tables lack because of it; statements stand on lines of their own, the last without its semicolon. ""
/// where an option of a foreign table may be a secret.
std::string create_table_sql(const Case& one);

/// ALTER TABLE … ADD COLUMN of what is missing, then the keys, indexes, triggers … over it and over other columns that are there.
std::string add_column_sql(const Case& one);

}  // namespace pgplumb
