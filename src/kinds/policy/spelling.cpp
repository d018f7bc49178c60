#include "kinds/spelling.h"

#include "kinds/policy/ddl.h"
#include "kinds/policy/policies.sql.h"
#include "kinds/policy/rows.h"
#include "kinds/routine/write.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

bool holds_a_query(const ExpressionField& field) { return field && holds_a_query(*field.tree); }

std::string create(const Entry& entry) {
  const auto& policy = std::get<Policy>(entry.object);
  if (!entry.notes->written.empty() || holds_a_query(policy.using_condition) || holds_a_query(policy.check_condition))
    return entry.notes->written.str();
  std::string sql = "CREATE POLICY " + quote_identifier(entry.id.member) + " ON " + quoted_owner(entry.id);
  if (!policy.permissive) sql += " AS RESTRICTIVE";
  if (policy.command != Text("all")) sql += " FOR " + upper(policy.command.str());
  if (policy.roles != Text("public")) sql += " TO " + policy.roles.str();
  if (policy.using_condition) sql += " USING (" + sql_expression(*policy.using_condition.tree) + ")";
  if (policy.check_condition) sql += " WITH CHECK (" + sql_expression(*policy.check_condition.tree) + ")";
  return sql;
}

std::string drop(const Entry& entry) {
  return "DROP POLICY " + quote_identifier(entry.id.member) + " ON " + quoted_owner(entry.id);
}

constexpr CatalogQuery queries[] = {{"policies.sql", "reads row security policies", policies_sql, 2, read_policy_row}};

constexpr StatementSpelling statements[] = {{T_CreatePolicyStmt, read_create_policy}, {T_AlterPolicyStmt, read_alter_policy}};

constexpr AlterTableSpelling clauses[] = {
    {AT_EnableRowSecurity, read_row_security},
    {AT_DisableRowSecurity, read_row_security},
    {AT_ForceRowSecurity, read_row_security},
    {AT_NoForceRowSecurity, read_row_security},
};

}  // namespace

extern const Spelling policy_spelling{Policy::kind, "policies", statements, clauses, {}, queries, create, drop};

}  // namespace pgplumb
