#include "sources/named_database.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace pgplumb {

bool is_name_of_another_database(std::string_view word) {
  constexpr std::array<std::string_view, 13> names{"mysql",      "mariadb",   "sqlite", "sqlite3",   "h2",
                                                   "hsqldb",     "oracle",    "mssql",  "sqlserver", "cockroach",
                                                   "clickhouse", "cassandra", "duckdb"};
  return std::find(names.begin(), names.end(), word) != names.end();
}

bool names_another_database(std::string_view path) {
  std::string word;
  for (const char letter : path) {
    if (std::isalnum(static_cast<unsigned char>(letter))) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
      continue;
    }
    if (is_name_of_another_database(word)) return true;
    word.clear();
  }
  return is_name_of_another_database(word);
}

}  // namespace pgplumb
