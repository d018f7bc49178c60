#include "kinds/spelling.h"

#include "kinds/exclusion/ddl.h"
#include "kinds/exclusion/exclusions.sql.h"
#include "kinds/exclusion/rows.h"
#include "kinds/index/write_key.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& exclusion = std::get<Exclusion>(entry.object);
  std::string keys;
  for (const auto& [key, op] : exclusion.keys) keys += (keys.empty() ? "" : ", ") + write_key(key) + " WITH " + op.str();
  std::string sql = alter_table(entry.id) + "ADD CONSTRAINT " + quote_identifier(entry.id.member) + " EXCLUDE USING " +
                    exclusion.method.str() + " (" + keys + ")";
  if (!exclusion.include.empty()) sql += " INCLUDE " + quoted_columns(exclusion.include);
  if (!exclusion.options.empty()) sql += " WITH (" + exclusion.options.str() + ")";
  if (exclusion.predicate) sql += " WHERE (" + sql_expression(*exclusion.predicate.tree) + ")";
  sql += deferrable_words(exclusion.deferrable, exclusion.initially_deferred);
  return sql;
}

constexpr CatalogQuery queries[] = {{"exclusions.sql", "reads exclusion constraints", exclusions_sql, 2, read_exclusion_row}};

constexpr ConstraintSpelling constraints[] = {{CONSTR_EXCLUSION, read_exclusion}};

}  // namespace

extern const Spelling exclusion_spelling{Exclusion::kind, "exclusion constraints", {}, {}, constraints, queries,
                                         create,          drop_constraint};

}  // namespace pgplumb
