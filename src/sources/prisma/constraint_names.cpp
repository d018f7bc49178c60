#include "sources/prisma/constraint_names.h"

#include <pgplumb/sql/identifier.h>

namespace pgplumb::prisma {

std::string constraint_name(std::string_view table, const std::vector<std::string_view>& columns, std::string_view suffix) {
  std::size_t size = table.size() + suffix.size();
  for (const auto& column : columns) size += 1 + column.size();
  std::string name;
  name.reserve(size);
  name.append(table);
  for (const auto& column : columns) name.append("_").append(column);
  name.resize(truncate_identifier(name, max_identifier_bytes - suffix.size()).size());
  return name.append(suffix);
}

}  // namespace pgplumb::prisma
