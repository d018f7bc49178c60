#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// ALTER DEFAULT PRIVILEGES; false where privileges are not read.
bool read_alter_default_privileges(Session& session, const Node* statement);

/// "on tables", "for app on tables": default privileges of a role as an object of the schema that they hold in.
std::string default_privileges_name(std::string_view objects, Text role);

}  // namespace pgplumb
