#pragma once

#include "kinds/spelling.h"

namespace pgplumb {

/// A row of comments.sql.
void read_comment_row(Introspection& read, const Row& row);

}  // namespace pgplumb
