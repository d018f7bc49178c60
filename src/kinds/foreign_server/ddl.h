#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE, ALTER SERVER.
bool read_create_foreign_server(Session& session, const Node* statement);
bool read_alter_foreign_server(Session& session, const Node* statement);

}  // namespace pgplumb
