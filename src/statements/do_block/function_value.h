// What functions of the draft give: column_exists('calls', 'sid') in a guard.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <vector>

#include "sql/nodes.h"
#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

/// Of one that gives nothing, or changes nothing that is known here, called with these values; unknown for any other.
Value value_of_function(Session& session, const FuncCall* call, const std::vector<Value>& args);

/// The elements of the array that it gives, and the values of the rows of one that RETURNS SETOF a type; nothing where these
/// cannot be told.
std::optional<std::vector<Value>> elements_of_function(Session& session, const FuncCall* call, const std::vector<Value>& args);
std::optional<std::vector<Value>> rows_of_function(Session& session, const FuncCall* call, const std::vector<Value>& args);

}  // namespace pgplumb
