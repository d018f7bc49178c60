#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE COLLATION; false for what else DefineStmt makes.
bool read_create_collation(Session& session, const Node* statement);
/// ALTER COLLATION … REFRESH VERSION, which changes nothing of what a collation is.
bool read_alter_collation(Session& session, const Node* statement);

}  // namespace pgplumb
