#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE STATISTICS.
bool read_create_statistics(Session& session, const Node* statement);
/// Those of a table that is made like another: over its columns in their order, and named after them.
const Symbol* declare_statistics(Session& session, Statistics statistics);

}  // namespace pgplumb
