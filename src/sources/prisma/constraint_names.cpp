#include "sources/prisma/constraint_names.h"

#include <pgplumb/sql/identifier.h>

namespace pgplumb::prisma {

std::string constraint_name(std::string_view table, const std::vector<std::string_view>& columns, std::string_view suffix) {
  std::string stem(table);
  for (const auto& column : columns) stem.append("_").append(column);
  return std::string(truncate_identifier(stem, max_identifier_bytes - suffix.size())).append(suffix);
}

}  // namespace pgplumb::prisma
