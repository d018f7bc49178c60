// Tables OF a composite type: their columns are the type's attributes.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// Gives a table the attributes of a composite type as its columns. False for any other symbol.
bool declare_attributes(Session& session, Symbol* table, const Symbol* type);

/// CREATE TABLE … OF: gives the table its columns. Uncertain where the type is not known.
void become_table_of(Session& session, Symbol* table, const TypeName* type);

/// The tables OF the type that ALTER TYPE names, which follow it with CASCADE; 2BP01 where the statement does not say so.
std::vector<Symbol*> tables_that_follow(Session& session, const RangeVar* type, DropBehavior behavior);

}  // namespace pgplumb
