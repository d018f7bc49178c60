#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of event_triggers.sql.
void read_event_trigger_row(Introspection& read, const Row& row);

}  // namespace pgplumb
