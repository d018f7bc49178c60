#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// PRIMARY KEY, in a column's definition or on a table.
void read_primary_key(Session& session, Symbol* table, Symbol* column, const Node* constraint);

/// The name of the table's primary key; null when it has none.
const Symbol* find_primary_key(Session& session, const Symbol* table);

/// The table's primary key; null when it has none that is younger than so many declared objects.
const PrimaryKey* primary_key_of(Session& session, const Symbol* table, std::size_t younger_than = 0);

}  // namespace pgplumb
