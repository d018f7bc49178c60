#include "sources/database/locked_relations.h"

#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "sources/database/locked_relations.sql.h"

namespace pgplumb {

namespace {

constexpr std::size_t longest_query = 120;  // bytes shown of what the blocker runs

std::string on_one_line(std::string_view query) {
  std::string line(truncate_identifier(query, longest_query));
  std::replace_if(
      line.begin(), line.end(), [](unsigned char c) { return c < ' '; }, ' ');
  return line.size() < query.size() ? line + "…" : line;
}

}  // namespace

std::vector<LockedRelation> read_locked_relations(Connection& connection, const std::string& schemas) {
  std::vector<LockedRelation> locked;
  connection.ask({locked_relations_sql, {schemas}, [&](const Row& row) {
                    enum { oid, name, pid, seconds, query };
                    locked.push_back({row.oid(oid), std::string(row.text(name)),
                                      fmt::format("locked by pid {} for {} s: {}", row.text(pid), row.text(seconds),
                                                  on_one_line(row.text(query)))});
                  }});
  return locked;
}

}  // namespace pgplumb
