// What a statement of PL/pgSQL asks by itself, beside the statements that are in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statements/do_block/plpgsql.h"

namespace pgplumb {

/// Of a query: the SELECT that it is.
std::string select_of(const PlStatement& query, std::string_view body);
/// What an expression is run as.
inline std::string as_query(std::string_view expression) { return "SELECT " + std::string(expression); }

/// Whether its text is an expression that gives what is executed.
inline bool executes(const PlStatement& statement) {
  return statement.kind == PlStatement::Kind::execute || statement.over == PlStatement::Over::executed;
}

/// RETURN QUERY, which tells by FOUND whether it has given a row; RETURN NEXT does not.
bool gives_query(const PlStatement& give, std::string_view body);

/// The SELECT that a query, a FOR loop or RETURN QUERY runs, and what changes rows and gives back what it does; an expression
/// that is assigned, returned, raised or executed, or a condition, as the SELECT that it is run as.
std::vector<std::string> own_queries(const PlStatement& statement, std::string_view body);

}  // namespace pgplumb
