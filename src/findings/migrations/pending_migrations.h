// Many pending migrations are one cause: a deploy that was not made.
#pragma once

#include <vector>

#include "findings/groups.h"

namespace pgplumb {

/// Where more migrations are pending than a person reads one by one, what they explain is shown together. `causes` are those of
/// the findings, one for each.
void join_pending_migrations(const Provenance& provenance, const std::vector<Finding>& findings, std::vector<CauseKey>& causes);

}  // namespace pgplumb
