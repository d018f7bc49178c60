#include "kinds/spelling.h"

#include "kinds/column/definition.h"
#include "kinds/domain/ddl.h"
#include "kinds/domain/domains.sql.h"
#include "kinds/domain/rows.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& domain = std::get<Domain>(entry.object);
  std::string sql = "CREATE DOMAIN " + quoted_owner(entry.id) + " AS " + type_and_collation(domain.type, domain.collation);
  if (domain.default_value) sql += " DEFAULT " + default_sql(domain.type, *domain.default_value.tree);
  if (domain.not_null) sql += " NOT NULL";
  for (const DomainCheck& check : domain.checks) sql += " " + check_constraint(check.name.str(), check.expression);
  return sql;
}

std::string drop(const Entry& entry) { return "DROP DOMAIN " + quoted_owner(entry.id); }

constexpr CatalogQuery queries[] = {{"domains.sql", "reads domains", domains_sql, 1, read_domain_row}};

constexpr StatementSpelling statements[] = {{T_CreateDomainStmt, read_create_domain}, {T_AlterDomainStmt, read_alter_domain}};

}  // namespace

extern const Spelling domain_spelling{Domain::kind, "domains", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
