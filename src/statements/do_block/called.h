// Routines that a script calls: what SELECT f('calls'), PERFORM f(…) and CALL p(…) change is what their bodies say.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string>
#include <string_view>
#include <vector>

#include "sql/nodes.h"
#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

/// Runs the routines of the draft that a SELECT or CALL calls at its top, and those of the triggers that a change of rows fires,
/// as far as they change the schema; `variables` are those of the block around it. Others, an extension's or PostgreSQL's own,
/// change nothing that is known here.
void run_calls(Session& session, const Variables& variables, const Node* statement);
/// The same of a statement's text.
void run_calls(Session& session, const Variables& variables, const std::string& statement);

/// What CREATE TABLE AS, CREATE MATERIALIZED VIEW and SELECT … INTO call for the rows that they begin with; nothing of any other
/// statement.
void run_calls_that_fill(Session& session, const Variables& variables, const Node* statement);

/// The block that a CALL stands in: its variables take what the procedure gives back, and its transaction is the procedure's.
struct CallingBlock {
  Variables& variables;
  Session::Mark& committed;
};
bool is_call(std::string_view sql);
/// Runs a CALL that stands in a block.
void run_procedure(Session& session, const CallingBlock& block, const std::string& statement);

/// Of a statement that may run or not: what its calls change is uncertain, and named as not compared.
void doubt_calls(Session& session, const std::string& statement);
/// The same of a text that is known in part: of what it calls, all that may be done with any arguments.
void doubt_calls_of_known(Session& session, std::string_view known);
/// Of a text that is known in part, those that bear a name which it may call.
std::vector<const Symbol*> routines_named_in(Session& session, std::string_view known);

/// Those that it calls, also by triggers, several for a call that may mean any of them.
std::vector<const Symbol*> routines_called(Session& session, const Node* statement);
std::vector<const Symbol*> routines_called(Session& session, const std::string& statement);

/// Whether it calls a routine that is neither the draft's nor PostgreSQL's own: what that does, and whether it fails, is not
/// known.
bool calls_unknown(Session& session, const std::string& statement);

}  // namespace pgplumb
