// One statement applied to a session, whatever it is.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

#include "sql/nodes.h"

namespace pgplumb {

/// Applies it, or reports it as not compared or as without effect on the schema. Throws StatementFailure where PostgreSQL would
/// refuse it; undoing is the caller's business. Transaction control is not for here.
void apply_statement(Session& session, const Node* statement);

}  // namespace pgplumb
