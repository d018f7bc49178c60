// Expressions and queries of PL/pgSQL, asked of the draft instead of a server.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statements/do_block/evaluator/evaluator.h"

namespace pgplumb {

/// What an expression gives at this point of the replay; unknown where that depends on rows, settings or what is not modelled.
Value evaluate_expression(Session& session, const Variables& variables, std::string_view expression);

/// The elements that an expression of an array type gives; nothing where they are unknown.
std::optional<std::vector<Value>> evaluate_array(Session& session, const Variables& variables, std::string_view expression);

/// Those of an array of arrays, one row for each of these.
std::optional<QueryResult> evaluate_slices(Session& session, const Variables& variables, std::string_view expression);

/// The numbers from one expression to the other; nothing where they are unknown, or very many.
std::optional<std::vector<Value>> evaluate_range(Session& session, const Variables& variables, std::string_view from,
                                                 std::string_view to);

/// Whether a condition holds; nothing where that is unknown.
std::optional<bool> evaluate_condition(Session& session, const Variables& variables, std::string_view condition);

/// The rows of a SELECT; nothing where they are unknown.
std::optional<std::vector<ResultRow>> evaluate_query(Session& session, const Variables& variables, const std::string& select);
/// The same with those of which it is unknown whether they are found.
std::optional<QueryResult> evaluate_rows(Session& session, const Variables& variables, const std::string& select);
/// What the text of a SELECT tells of each row that it gives, whichever these are; no columns where that is nothing.
ResultRow evaluate_any_row(Session& session, const Variables& variables, const std::string& select);

}  // namespace pgplumb
