// What a table takes over from another by LIKE.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// LIKE source: the columns, with what INCLUDING asks for.
void copy_columns(Session& session, Symbol* table, const TableLikeClause* like);
/// What else INCLUDING asks for, once the table stands: checks, keys, indexes, statistics, all but checks named anew.
void copy_rest(Session& session, Symbol* table, const TableLikeClause* like);

}  // namespace pgplumb
