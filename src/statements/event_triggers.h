// Event triggers: what their functions do to the schema whenever a statement has changed it.
#pragma once

#include <pgplumb/catalog/session.h>

#include <cstddef>

#include "sql/nodes.h"

namespace pgplumb {

/// Runs the functions of the event triggers that fire at the end of the statement, which is applied already; `declared_before`
/// counts what the draft had before it. What cannot be followed is named as not compared.
void fire_event_triggers(Session& session, const Node* statement, std::size_t declared_before);

}  // namespace pgplumb
