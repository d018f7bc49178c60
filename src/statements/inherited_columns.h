// Columns and indexes that a table takes over from another: INHERITS and LIKE.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// INHERITS (parent): the parent's columns count as the table's.
void inherit_columns(Session& session, Symbol* table, const RangeVar* parent);
/// A column that the parent gets later, as a table that INHERITS from it has it.
void inherit_column(Session& session, const Symbol* column, Symbol* heir);

/// LIKE source: the columns, with what INCLUDING asks for.
void copy_columns(Session& session, Symbol* table, const TableLikeClause* like);
/// LIKE source INCLUDING INDEXES, once the table stands: keys, uniques and indexes, named anew.
void copy_indexes(Session& session, Symbol* table, const TableLikeClause* like);

}  // namespace pgplumb
