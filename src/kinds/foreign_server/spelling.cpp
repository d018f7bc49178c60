#include "kinds/spelling.h"

#include "kinds/foreign_options.h"
#include "kinds/foreign_server/ddl.h"
#include "kinds/foreign_server/foreign_servers.sql.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string clause(std::string_view word, Text value) {
  return value.empty() ? "" : std::string(word) + quote_literal(value.str());
}

std::string create(const Entry& entry) {
  const auto& server = std::get<ForeignServer>(entry.object);
  if (hides_a_value(server.options)) return {};
  return "CREATE SERVER " + quote_identifier(entry.id.name) + clause(" TYPE ", server.type) +
         clause(" VERSION ", server.version) + " FOREIGN DATA WRAPPER " + quote_identifier(server.wrapper.symbol->text) +
         options_clause(server.options);
}

std::string drop(const Entry& entry) { return "DROP SERVER " + quote_identifier(entry.id.name); }

constexpr CatalogQuery queries[] = {
    {"foreign_servers.sql", "reads foreign servers", foreign_servers_sql, 0, read_stated_row<ForeignServer>}};

constexpr StatementSpelling statements[] = {{T_CreateForeignServerStmt, read_create_foreign_server},
                                            {T_AlterForeignServerStmt, read_alter_foreign_server}};

}  // namespace

extern const Spelling foreign_server_spelling{ForeignServer::kind, "foreign servers", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
