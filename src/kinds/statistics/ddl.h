#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE STATISTICS.
bool read_create_statistics(Session& session, const Node* statement);

}  // namespace pgplumb
