// The rows that an INSERT gives, where they are known.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <set>
#include <string>

#include "statements/do_block/evaluator/evaluator.h"

namespace pgplumb {

/// The values of these columns in each row, as far as they are known; `around`: the variables that it may name. Nothing where the
/// rows themselves are not known, or are very many.
std::optional<QueryResult> new_rows(Session& session, const Variables& around, const InsertStmt* insert, const Symbol* relation,
                                    const std::set<std::string>& columns);

}  // namespace pgplumb
