#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE TYPE … (INPUT = …), and of a shell; false for what else DefineStmt makes.
bool read_create_base_type(Session& session, const Node* statement);
/// ALTER TYPE … SET (…); false for what is no base type.
bool read_alter_base_type(Session& session, const Node* statement);

}  // namespace pgplumb
