#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE TRANSFORM.
bool read_create_transform(Session& session, const Node* statement);

}  // namespace pgplumb
