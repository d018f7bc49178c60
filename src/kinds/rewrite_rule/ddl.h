#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE [OR REPLACE] RULE.
bool read_create_rule(Session& session, const Node* statement);
/// ALTER TABLE … ENABLE or DISABLE RULE.
void read_enable_rule(Session& session, Symbol* table, const Node* command);

}  // namespace pgplumb
