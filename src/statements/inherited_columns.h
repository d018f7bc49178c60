// Columns and indexes that a table takes over from another: INHERITS and LIKE.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// INHERITS (parent): the parent's columns count as the table's.
void inherit_columns(Session& session, Symbol* table, const RangeVar* parent);
/// A column that is also inherited is one column, and the table's own definition wins.
void redefine_inherited_column(Session& session, Symbol* table, std::string_view name);

/// LIKE source: the columns, with what INCLUDING asks for.
void copy_columns(Session& session, Symbol* table, const TableLikeClause* like);
/// LIKE source INCLUDING INDEXES, once the table stands: keys, uniques and indexes, named anew.
void copy_indexes(Session& session, Symbol* table, const TableLikeClause* like);

}  // namespace pgplumb
