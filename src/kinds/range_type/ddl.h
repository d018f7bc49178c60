#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE TYPE … AS RANGE.
bool read_create_range_type(Session& session, const Node* statement);

}  // namespace pgplumb
