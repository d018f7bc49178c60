// What FOR and FOREACH go through.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <string_view>
#include <vector>

#include "statements/do_block/evaluator.h"
#include "statements/do_block/plpgsql.h"

namespace pgplumb {

/// One for each round: of a query its rows, of numbers and elements rows of one column. Nothing where it cannot be told.
std::optional<QueryResult> rows_of_loop(Session& session, const Variables& variables, const PlStatement& loop,
                                        std::string_view body);

}  // namespace pgplumb
