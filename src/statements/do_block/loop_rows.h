// What FOR and FOREACH go through.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <string_view>
#include <vector>

#include "statements/do_block/evaluator/evaluator.h"
#include "statements/do_block/plpgsql.h"

namespace pgplumb {

/// One for each round: of a query its rows, of numbers and elements rows of one column. Nothing where it cannot be told.
std::optional<QueryResult> rows_of_loop(Session& session, const Variables& variables, const PlStatement& loop,
                                        std::string_view body);

/// The loop's variables as they are in the round of that row.
void set_row(Session& session, Variables& variables, const PlStatement& loop, const ResultRow& row);

/// The same of a row that is not known: as far as the query's text tells what each of them has. Nothing of what is no loop over a
/// query.
void set_any_row(Session& session, Variables& variables, const PlStatement& loop, std::string_view body);

}  // namespace pgplumb
