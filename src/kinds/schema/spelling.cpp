#include "kinds/spelling.h"

#include "kinds/schema/rows.h"
#include "kinds/schema/schemas.sql.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) { return "CREATE SCHEMA " + quote_identifier(entry.id.name); }
std::string drop(const Entry& entry) { return "DROP SCHEMA " + quote_identifier(entry.id.name); }

constexpr CatalogQuery queries[] = {{"schemas.sql", "reads schemas", schemas_sql, 1, read_schema_row}};

}  // namespace

extern const Spelling schema_spelling{Schema::kind, "schemas", {}, {}, {}, queries, create, drop};

}  // namespace pgplumb
