#include "kinds/spelling.h"

#include "kinds/primary_key/ddl.h"
#include "kinds/primary_key/primary_keys.sql.h"
#include "kinds/primary_key/rows.h"
#include "kinds/primary_key/write.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) { return alter_table(entry.id) + "ADD " + primary_key_definition(entry); }

constexpr CatalogQuery queries[] = {{"primary_keys.sql", "reads primary keys", primary_keys_sql, 1, read_primary_key_row}};

constexpr ConstraintSpelling constraints[] = {{CONSTR_PRIMARY, read_primary_key}};

}  // namespace

extern const Spelling primary_key_spelling{PrimaryKey::kind, "primary keys", {},     {},
                                           constraints,      queries,        create, drop_constraint};

}  // namespace pgplumb
