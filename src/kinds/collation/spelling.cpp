#include "kinds/spelling.h"

#include "kinds/collation/collations.sql.h"
#include "kinds/collation/ddl.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& collation = std::get<Collation>(entry.object);
  if (collation.locale.empty()) return entry.notes->written.str();
  std::string sql = "CREATE COLLATION " + quoted_owner(entry.id) + " (provider = " + collation.provider.str();
  const auto add = [&](std::string_view name, Text value) {
    if (!value.empty()) sql += ", " + std::string(name) + " = " + quote_literal(value.str());
  };
  add(collation.lc_ctype.empty() ? "locale" : "lc_collate", collation.locale);
  add("lc_ctype", collation.lc_ctype);
  if (!collation.deterministic) sql += ", deterministic = false";
  add("rules", collation.rules);
  return sql + ")";
}

std::string drop(const Entry& entry) { return "DROP COLLATION " + quoted_owner(entry.id); }

constexpr CatalogQuery queries[] = {{"collations.sql", "reads collations", collations_sql, 1, read_stated_row<Collation>}};

constexpr StatementSpelling statements[] = {{T_DefineStmt, read_create_collation}, {T_AlterCollationStmt, read_alter_collation}};

}  // namespace

extern const Spelling collation_spelling{Collation::kind, "collations", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
