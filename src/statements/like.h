// What a table takes over from another by LIKE.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// LIKE, with the relation or composite type that it names; null where that may be there though nothing read here made it.
struct Like {
  const TableLikeClause* clause = nullptr;
  const Symbol* source = nullptr;
};
Like find_like(Session& session, const TableLikeClause* clause);

/// LIKE source: the columns, with what INCLUDING asks for.
void copy_columns(Session& session, Symbol* table, const Like& like);
/// What else INCLUDING asks for, once the table stands: checks, keys, indexes, statistics, all but checks named anew.
void copy_rest(Session& session, Symbol* table, const Like& like);

}  // namespace pgplumb
