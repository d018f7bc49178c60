// check --after-deploy: what will be true once the pending migrations have run, and which of them will not go through.
#pragma once

#include "commands/gather.h"

namespace pgplumb {

/// Reads the database again, with the pending migrations carried out in memory on what it has. `gathered` has both. Throws Error
/// where it is not known which migrations are pending.
void carry_out_pending(const std::vector<SourceRequest>& requests, const SourceOptions& options, Gathered& gathered);

}  // namespace pgplumb
