// What a migration tool has recorded in the database.
#pragma once

#include <pgplumb/sources/source.h>

#include "sources/database/connection.h"

namespace pgplumb {

/// Reads Prisma's history table, if there is one, into `source`. Never fails for it: what the role may not read is unreadable.
/// The last of a transaction, for a refusal ends it.
void read_history(Connection& connection, const ReadOptions& options, Source& source);

}  // namespace pgplumb
