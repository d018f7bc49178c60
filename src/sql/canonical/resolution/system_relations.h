// The columns of the system catalogs, of views over them and of information_schema, as tests/pairs/ask_signatures finds them.
#pragma once

#include <pgplumb/sql/data_type.h>

#include <span>
#include <string_view>

namespace pgplumb {

struct SystemColumn {
  std::string_view name;
  DataType type;
};

/// Of a relation as it is written; `schema` is "" where that is not said. Empty for what is not listed.
std::span<const SystemColumn> columns_of_system_relation(std::string_view schema, std::string_view relation);

/// What a domain of information_schema is over; null for any other type.
const DataType* base_of_system_domain(const Symbol* type);

}  // namespace pgplumb
