// What EXECUTE executes.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <string_view>
#include <vector>

#include "statements/do_block/evaluator/variables.h"
#include "statements/do_block/plpgsql.h"

namespace pgplumb {

struct Executed {
  Value sql;
  Variables parameters;  ///< $1 … of USING: no variable of the block is seen by what is executed
};

/// Of a statement that executes(): EXECUTE, RETURN QUERY EXECUTE, FOR … IN EXECUTE.
Executed executed_by(Session& session, const Variables& variables, const PlStatement& statement, std::string_view body);

/// Runs what the query calls that it executes, and gives its rows; nothing where they cannot be told.
std::optional<std::vector<ResultRow>> rows_executed(Session& session, const Variables& variables, const PlStatement& statement,
                                                    std::string_view body);

/// The first half of that; a statement that does not execute anything calls nothing so.
void run_executed_calls(Session& session, const Variables& variables, const PlStatement& statement, std::string_view body);

/// What the query may call that it executes, `sql` as far as that is known, may be done.
void doubt_calls_of_executed(Session& session, const PlStatement& statement, const Value& sql, std::string_view body);

}  // namespace pgplumb
