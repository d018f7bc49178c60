// Names that say which database something is written for, where a project speaks to several.
#pragma once

#include <array>
#include <string_view>

namespace pgplumb {

/// What projects call a folder for PostgreSQL.
inline constexpr std::array names_of_postgres{"postgres", "postgresql", "pg", "pgsql", "psql"};

bool is_name_of_another_database(std::string_view word);
/// Whether a word in the path is one: `jdbc-mysql/migrations`, `migrations_sqlite`.
bool names_another_database(std::string_view path);

}  // namespace pgplumb
