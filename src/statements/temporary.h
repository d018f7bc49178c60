// What goes with the connection that makes it: temporary relations, and all else that is in pg_temp.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// Whether a statement makes, changes or takes away what goes with the connection: nothing of that is compared.
bool concerns_temporary(Session& session, const Node* statement);

/// Whether a query reads it: a view of that goes, too.
bool reads_temporary(Session& session, const Node* query);

/// What a connection leaves behind at its end goes.
void drop_temporary(Session& session);

}  // namespace pgplumb
