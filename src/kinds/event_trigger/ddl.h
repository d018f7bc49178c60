#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE EVENT TRIGGER; ALTER EVENT TRIGGER … ENABLE, DISABLE.
bool read_create_event_trigger(Session& session, const Node* statement);
bool read_alter_event_trigger(Session& session, const Node* statement);

}  // namespace pgplumb
