// Tools that record the version that they have come to, and nothing of those before it.
#pragma once

#include <pgplumb/history/timeline.h>

namespace pgplumb {

/// Gives the rows that such records cover a record of their own, derived from them. Where a record's version is in no file, what
/// it covers is told by numbers, or cannot be told.
void cover_earlier(Timeline& timeline);

}  // namespace pgplumb
