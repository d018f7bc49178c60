// What a statement of which nothing is known may have done to all that was there when it ran. That is no set of values of a
// field: the source still states how the object was before, and which statement is to blame for what differs.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <string_view>

namespace pgplumb {

/// All that is declared by now may have been altered, renamed or dropped by the statement at that place.
void mark_all_altered_unseen(Draft& draft, const Position& by);

/// FILE:LINE:COLUMN of the first statement that may have; "" for none.
std::string_view altered_unseen_by(const Declaration& declared);

}  // namespace pgplumb
