#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE POLICY, ALTER POLICY.
bool read_create_policy(Session& session, const Node* statement);
bool read_alter_policy(Session& session, const Node* statement);
/// ALTER TABLE … [NO] FORCE, ENABLE or DISABLE ROW LEVEL SECURITY.
void read_row_security(Session& session, Symbol* table, const Node* command);

}  // namespace pgplumb
