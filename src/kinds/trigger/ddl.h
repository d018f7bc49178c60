#pragma once

#include <pgplumb/kinds/trigger.h>

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE [OR REPLACE] [CONSTRAINT] TRIGGER.
bool read_create_trigger(Session& session, const Node* statement);
/// ALTER TABLE … ENABLE or DISABLE TRIGGER one, ALL or USER.
void read_enable_trigger(Session& session, Symbol* table, const Node* command);

/// The trigger function of that name: it takes nothing.
RelationRef trigger_function(Session& session, const List* name);

}  // namespace pgplumb
