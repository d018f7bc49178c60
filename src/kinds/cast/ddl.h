#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE CAST.
bool read_create_cast(Session& session, const Node* statement);

}  // namespace pgplumb
