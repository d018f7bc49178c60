// Triggers of tables: what their functions do to the schema when rows are changed.
#pragma once

#include <pgplumb/catalog/session.h>

#include <vector>

#include "sql/nodes.h"
#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

/// Runs the functions of the triggers that a statement fires, as far as they change the schema: for each row that it surely
/// makes. Where the rows are not known, what they may do is uncertain, and named as not compared. `variables` are those of the
/// block around the statement.
void fire_triggers(Session& session, const Variables& variables, const Node* statement);

/// Of a statement that may run or not.
void doubt_triggers(Session& session, const Node* statement);

/// Those that it may run.
void append_trigger_functions(Session& session, const Node* statement, std::vector<const Symbol*>& functions);

}  // namespace pgplumb
