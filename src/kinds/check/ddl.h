#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CHECK, in a column's definition or on a table.
void read_check(Session& session, Symbol* table, Symbol* column, const Node* constraint);

/// Under the name that PostgreSQL gives to one without a name.
Symbol* declare_check(Session& session, const Symbol* table, Check check);

}  // namespace pgplumb
