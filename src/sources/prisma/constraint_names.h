// The names that Prisma gives to keys, indexes and foreign keys that have no `map:`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::prisma {

/// `table_column1_column2_suffix`, what stands before the suffix cut so that all of it fits 63 bytes.
std::string constraint_name(std::string_view table, const std::vector<std::string_view>& columns, std::string_view suffix);

}  // namespace pgplumb::prisma
