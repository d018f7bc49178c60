#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CHECK, in a column's definition or on a table.
void read_check(Session& session, Symbol* table, Symbol* column, const Node* constraint);

}  // namespace pgplumb
