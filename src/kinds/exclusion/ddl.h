#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// EXCLUDE, on a table.
void read_exclusion(Session& session, Symbol* table, Symbol* column, const Node* constraint);

}  // namespace pgplumb
