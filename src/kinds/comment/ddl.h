#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// COMMENT ON any object that is compared; false for what is not.
bool read_comment(Session& session, const Node* statement);

}  // namespace pgplumb
