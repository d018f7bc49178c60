// Columns that a table INHERITS.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// The table that INHERITS names; null where it may be there though nothing read here made it.
const Symbol* find_parent(Session& session, const RangeVar* named);
/// INHERITS (parent): the parent's columns count as the table's.
void inherit_columns(Session& session, Symbol* table, const Symbol* parent);
/// A column that the parent gets later, as a table that INHERITS from it has it.
void inherit_column(Session& session, const Symbol* column, Symbol* heir);

}  // namespace pgplumb
