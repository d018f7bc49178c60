// What EXECUTE executes.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

#include "statements/do_block/evaluator/variables.h"
#include "statements/do_block/plpgsql.h"

namespace pgplumb {

struct Executed {
  Value sql;
  Variables parameters;  ///< $1 … of USING: no variable of the block is seen by what is executed
};

/// Of a statement that executes(): EXECUTE, RETURN QUERY EXECUTE, FOR … IN EXECUTE.
Executed executed_by(Session& session, const Variables& variables, const PlStatement& statement, std::string_view body);

/// Runs what a query calls that it executes; a statement that does not execute anything calls nothing so.
void run_executed_calls(Session& session, const Variables& variables, const PlStatement& statement, std::string_view body);

}  // namespace pgplumb
