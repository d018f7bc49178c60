// Statements that PostgreSQL refuses because they call what is not there.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// Fails with 42883 where a policy, a view, a check or a default calls a function that surely nothing makes.
void require_functions(Session& session, const Node* statement);

}  // namespace pgplumb
