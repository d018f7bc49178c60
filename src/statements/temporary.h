// Types and routines of pg_temp.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// Whether a type or routine is made, or dropped, there.
bool is_about_temporary(const Node* statement);

/// True for a routine, which is called like any other: it is in the draft until drop_temporary().
bool keep_temporary_routine(Session& session, const Node* statement);

/// What a database session leaves behind at its end goes.
void drop_temporary(Session& session);

}  // namespace pgplumb
