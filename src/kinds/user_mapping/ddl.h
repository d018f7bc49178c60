#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE, ALTER, DROP USER MAPPING.
bool read_create_user_mapping(Session& session, const Node* statement);
bool read_alter_user_mapping(Session& session, const Node* statement);
bool read_drop_user_mapping(Session& session, const Node* statement);

/// "user on server name", a mapping's name.
std::string user_mapping_name(std::string_view user, std::string_view server);
/// The names of a server's mappings follow its own, before it is renamed.
void rename_user_mappings(Session& session, const Symbol* server, std::string_view name);

}  // namespace pgplumb
