// What ALTER puts elsewhere under names that are put in at run time: a schema or type with another name, a table that is a
// partition or none.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

namespace pgplumb {

/// Whatever statements of which that is known may have moved so may be gone from where it was.
void doubt_moves(Session& session, std::string_view known);

/// Whether a statement of which that is known attaches or detaches a partition, and does nothing else.
bool only_moves_partitions(std::string_view known);

}  // namespace pgplumb
