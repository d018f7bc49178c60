// Where a change of rows goes on: what foreign keys do to the rows that refer to them, and the table that a view hands rows on
// to.
#pragma once

#include <pgplumb/catalog/session.h>

#include <vector>

#include "statements/triggers/row_changes.h"

namespace pgplumb {

struct ReachedRows {
  const Symbol* relation;
  RowChange change;  ///< of rows of which nothing is known
};

/// One step further.
std::vector<ReachedRows> reached_by(Session& session, const Symbol* relation, const RowChange& change);

/// All relations that any change of the relation's rows may reach, at any distance; not itself.
std::vector<const Symbol*> reached_from(Session& session, const Symbol* relation);

}  // namespace pgplumb
