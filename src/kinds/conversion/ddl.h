#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE CONVERSION.
bool read_create_conversion(Session& session, const Node* statement);

}  // namespace pgplumb
