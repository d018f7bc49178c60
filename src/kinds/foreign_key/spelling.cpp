#include "kinds/spelling.h"

#include "kinds/foreign_key/ddl.h"
#include "kinds/foreign_key/foreign_keys.sql.h"
#include "kinds/foreign_key/rows.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& key = std::get<ForeignKey>(entry.object);
  std::string sql = alter_table(entry.id) + "ADD CONSTRAINT " + quote_identifier(entry.id.member) + " FOREIGN KEY " +
                    quoted_columns(key.columns) + " REFERENCES " + quote_qualified(*key.target.symbol) + " " +
                    quoted_columns(key.target_columns);
  if (key.match_full) sql += " MATCH FULL";
  if (key.on_delete != ReferentialAction::no_action) sql += " ON DELETE " + show_value(key.on_delete);
  if (!key.set_columns.empty()) sql += " " + quoted_columns(key.set_columns);
  if (key.on_update != ReferentialAction::no_action) sql += " ON UPDATE " + show_value(key.on_update);
  return sql + deferrable_words(key.deferrable, key.initially_deferred) + (key.validated ? "" : " NOT VALID");
}

constexpr CatalogQuery queries[] = {{"foreign_keys.sql", "reads foreign keys", foreign_keys_sql, 1, read_foreign_key_row}};

constexpr AlterTableSpelling clauses[] = {{AT_ValidateConstraint, read_validate_constraint},
                                          {AT_AlterConstraint, read_alter_constraint}};
constexpr ConstraintSpelling constraints[] = {{CONSTR_FOREIGN, read_foreign_key}};

}  // namespace

extern const Spelling foreign_key_spelling{ForeignKey::kind, "foreign keys", {},     clauses,
                                           constraints,      queries,        create, drop_constraint};

}  // namespace pgplumb
