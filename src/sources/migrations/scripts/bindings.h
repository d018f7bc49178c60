// What Knex puts into SQL: names for ??, values for ?, and a parameter for each ? of SQL that nothing is bound to.
#pragma once

#include "sources/migrations/scripts/value.h"

namespace pgplumb::scripts {

/// The SQL with its gaps filled by a list, a mapping or one value, or null. What is not known leaves a run that is not known.
Value with_bindings(const Value& sql, const Value* given);

}  // namespace pgplumb::scripts
