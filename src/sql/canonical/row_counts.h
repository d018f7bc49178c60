// How many rows: what LIMIT, OFFSET and the frames of windows are given.
#pragma once

#include "sql/canonical/casts.h"

namespace pgplumb {

/// LIMIT and OFFSET are bigint; so are the offsets of a window's frame in rows and groups, and in a range they are what is added
/// to what it is sorted by (transformFrameOffset in parser/parse_clause.c).
void rewrite_row_counts(Expression& part_of_query, const Casts& casts);

}  // namespace pgplumb
