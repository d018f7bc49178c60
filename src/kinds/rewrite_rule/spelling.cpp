#include "kinds/spelling.h"

#include "kinds/rewrite_rule/ddl.h"
#include "kinds/rewrite_rule/rows.h"
#include "kinds/rewrite_rule/rules.sql.h"
#include "kinds/table/rows.h"
#include "kinds/table/views.sql.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const Firing fires = std::get<RewriteRule>(entry.object).fires;
  return made_to_fire(entry.notes->written.str(), fires, change_of_firing(entry.id, "RULE", fires));
}

std::string drop(const Entry& entry) {
  return "DROP RULE " + quote_identifier(entry.id.member) + " ON " + quoted_owner(entry.id);
}

// A view's query is its rule _RETURN, and is read when all columns are known.
constexpr CatalogQuery queries[] = {{"views.sql", "reads the queries of views", views_sql, 2, read_view_row},
                                    {"rules.sql", "reads rules", rules_sql, 2, read_rule_row}};

constexpr StatementSpelling statements[] = {{T_RuleStmt, read_create_rule}};

constexpr AlterTableSpelling clauses[] = {
    {AT_EnableRule, read_enable_rule},
    {AT_EnableAlwaysRule, read_enable_rule},
    {AT_EnableReplicaRule, read_enable_rule},
    {AT_DisableRule, read_enable_rule},
};

}  // namespace

extern const Spelling rewrite_rule_spelling{RewriteRule::kind, "rules", statements, clauses, {}, queries, create, drop};

}  // namespace pgplumb
