#include "kinds/spelling.h"

#include "kinds/user_mapping/ddl.h"
#include "kinds/user_mapping/rows.h"
#include "kinds/user_mapping/user_mappings.sql.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

/// `"app" SERVER "files"`, of "app on server files".
std::string user_and_server(const Entry& entry) {
  constexpr std::string_view on_server = " on server ";
  const std::string& server = std::get<UserMapping>(entry.object).server.symbol->text;
  const std::string_view user = entry.id.name.substr(0, entry.id.name.size() - on_server.size() - server.size());
  return (user == "public" ? std::string("PUBLIC") : quote_identifier(user)) + " SERVER " + quote_identifier(server);
}

/// The values of options are known to nobody here.
std::string create(const Entry& entry) {
  if (!std::get<UserMapping>(entry.object).option_names.empty()) return {};
  return "CREATE USER MAPPING FOR " + user_and_server(entry);
}

std::string drop(const Entry& entry) { return "DROP USER MAPPING FOR " + user_and_server(entry); }

constexpr CatalogQuery queries[] = {{"user_mappings.sql", "reads user mappings, without the values of their options",
                                     user_mappings_sql, 0, read_user_mapping_row}};

constexpr StatementSpelling statements[] = {{T_CreateUserMappingStmt, read_create_user_mapping},
                                            {T_AlterUserMappingStmt, read_alter_user_mapping},
                                            {T_DropUserMappingStmt, read_drop_user_mapping}};

}  // namespace

extern const Spelling user_mapping_spelling{UserMapping::kind, "user mappings", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
