// IF NOT EXISTS about what an earlier statement may have made under a name that it put together.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// What a statement has made so is uncertain, and named as not compared: what is there may be another thing. `declared_before` is
/// how many objects had been declared before it.
void doubt_if_not_exists(Session& session, const Node* statement, std::size_t declared_before);

}  // namespace pgplumb
