#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE OPERATOR; false for what else DefineStmt makes.
bool read_create_operator(Session& session, const Node* statement);

/// ALTER OPERATOR … SET.
bool read_alter_operator(Session& session, const Node* statement);

}  // namespace pgplumb
