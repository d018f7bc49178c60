// The columns of the system catalogs, of information_schema and of PostgreSQL's own functions, as tests/pairs/ask_system_columns
// finds them in the versions that are read.
#pragma once

#include <pgplumb/sql/data_type.h>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pgplumb {

struct SystemColumn {
  std::string_view name;
  std::optional<DataType> type;  ///< none where versions differ in it, or it may be any
  bool in_all_versions = true;
};

/// Of a relation as it is written; `schema` is "" where that is not said. Empty for what is not listed.
std::span<const SystemColumn> columns_of_system_relation(std::string_view schema, std::string_view relation);

/// Of a function of pg_catalog whose columns have names of their own (pg_proc.proargnames). Empty for any other.
std::span<const SystemColumn> columns_of_system_function(std::string_view name);

/// The relations of information_schema.
const std::vector<std::string_view>& standard_relations();

/// Whether all versions have the same.
bool are_in_all_versions(std::span<const SystemColumn> columns);

/// What a domain of information_schema is over; null for any other type.
const DataType* base_of_system_domain(const Symbol* type);

}  // namespace pgplumb
