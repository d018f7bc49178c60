// What migration tools have recorded in the database.
#pragma once

#include <pgplumb/sources/source.h>

#include "sources/database/connection.h"

namespace pgplumb {

/// Reads every history table of a migration tool into `source`, and whether one is at work now. Never fails for them: what cannot
/// be read says why. The last of a transaction, for a refusal ends it.
void read_history(Connection& connection, const ReadOptions& options, Source& source);

}  // namespace pgplumb
