// What a statement that may run or not leaves as it is, because something of the name is there that it would make.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// Whether all that the statement makes is there for sure: it fails then, or does nothing. Another one may be made where a name's
/// schema is put in at run time.
bool makes_another_at_most(Session& session, const Node* statement);

}  // namespace pgplumb
