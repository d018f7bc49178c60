// The rows NEW and OLD of a table, over which triggers and rules speak.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// WHEN of a trigger, WHERE of a rule. `bare_row`: "new" or "old" where the columns of that row may go by their names alone.
ExpressionField read_condition_on_rows(Session& session, const Symbol* table, const Node* condition,
                                       std::string_view bare_row = {});

/// One of a rule's actions: a query, INSERT, UPDATE, DELETE or NOTIFY.
Expression read_action_on_rows(Session& session, const Symbol* table, const Node* action);

}  // namespace pgplumb
