#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE TYPE … AS (…).
bool read_create_composite_type(Session& session, const Node* statement);
/// ALTER TYPE … ADD, DROP, ALTER ATTRIBUTE; false where the statement is of another relation.
bool read_alter_composite_type(Session& session, const Node* statement);
/// ALTER TYPE … RENAME ATTRIBUTE.
void rename_attribute(Session& session, const RenameStmt* statement);

}  // namespace pgplumb
