#include "kinds/spelling.h"

#include "kinds/primary_key/ddl.h"
#include "kinds/primary_key/primary_keys.sql.h"
#include "kinds/primary_key/rows.h"
#include "kinds/unique/options.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& key = std::get<PrimaryKey>(entry.object);
  return alter_table(entry.id) + "ADD CONSTRAINT " + quote_identifier(entry.id.member) + " PRIMARY KEY " +
         constrained_columns(key.columns, key.options) + unique_clauses(key.options, key.columns.size()).behind +
         deferrable_words(key.deferrable, key.initially_deferred);
}

constexpr CatalogQuery queries[] = {{"primary_keys.sql", "reads primary keys", primary_keys_sql, 1, read_primary_key_row}};

constexpr ConstraintSpelling constraints[] = {{CONSTR_PRIMARY, read_primary_key}};

}  // namespace

extern const Spelling primary_key_spelling{PrimaryKey::kind, "primary keys", {},     {},
                                           constraints,      queries,        create, drop_constraint};

}  // namespace pgplumb
