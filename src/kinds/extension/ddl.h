#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE EXTENSION; ALTER EXTENSION … UPDATE.
bool read_create_extension(Session& session, const Node* statement);
bool read_alter_extension(Session& session, const Node* statement);
/// ALTER EXTENSION … SET SCHEMA; false for anything else.
bool move_extension(Session& session, const Node* statement);

}  // namespace pgplumb
