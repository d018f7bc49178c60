#include "kinds/spelling.h"

#include "kinds/check/checks.sql.h"
#include "kinds/check/checks_not_enforced.sql.h"
#include "kinds/check/ddl.h"
#include "kinds/check/rows.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& check = std::get<Check>(entry.object);
  std::string sql = alter_table(entry.id) + "ADD " + check_constraint(entry.id.member, check.expression);
  if (check.no_inherit) sql += " NO INHERIT";
  if (!check.validated) sql += " NOT VALID";
  return sql;
}

constexpr int postgresql_18 = 180000;  // the first with NOT ENFORCED
constexpr CatalogQuery queries[] = {
    {"checks.sql", "reads CHECK constraints", checks_sql, 2, read_check_row},
    {"checks_not_enforced.sql", "finds CHECK constraints that are not enforced (PostgreSQL 18 and later)",
     checks_not_enforced_sql, 1, read_not_enforced_row, postgresql_18},
};
constexpr ConstraintSpelling constraints[] = {{CONSTR_CHECK, read_check}};

}  // namespace

extern const Spelling check_spelling{Check::kind, "checks", {}, {}, constraints, queries, create, drop_constraint};

}  // namespace pgplumb
