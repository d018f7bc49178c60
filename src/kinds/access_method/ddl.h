#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE ACCESS METHOD.
bool read_create_access_method(Session& session, const Node* statement);

}  // namespace pgplumb
