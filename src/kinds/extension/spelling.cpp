#include "kinds/spelling.h"

#include "kinds/extension/ddl.h"
#include "kinds/extension/extensions.sql.h"
#include "kinds/extension/rows.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const Text schema = std::get<Extension>(entry.object).schema;
  return "CREATE EXTENSION " + quote_identifier(entry.id.name) +
         (schema.empty() ? "" : " SCHEMA " + quote_identifier(schema.str()));
}

std::string drop(const Entry& entry) { return "DROP EXTENSION " + quote_identifier(entry.id.name); }

constexpr CatalogQuery queries[] = {{"extensions.sql", "reads extensions", extensions_sql, 0, read_extension_row}};

constexpr StatementSpelling statements[] = {{T_CreateExtensionStmt, read_create_extension},
                                            {T_AlterExtensionStmt, read_alter_extension}};

}  // namespace

extern const Spelling extension_spelling{Extension::kind, "extensions", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
