#pragma once

#include <pgplumb/catalog/session.h>

namespace pgplumb {

/// Gives what statements have made since the last call its owner, and the privileges that are the default for what its owner
/// makes. Nothing where neither is read.
void give_first_privileges(Session& session);

}  // namespace pgplumb
