// CREATE of a name that may be free by now.
#pragma once

#include <pgplumb/catalog/session.h>

#include <functional>

#include "sql/nodes.h"

namespace pgplumb {

/// Reads a statement; where what it makes is there already, but may have been taken away by what is not known in full, it was, or
/// the statement would have failed: that is taken away, and what the statement says counts.
void make_again_where_gone(Session& session, const Node* statement, const std::function<void()>& read);

}  // namespace pgplumb
