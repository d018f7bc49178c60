// What Knex puts into SQL: names for ??, values for ?.
#pragma once

#include "sources/migrations/scripts/value.h"

namespace pgplumb::scripts {

/// The SQL with its gaps filled by a list, a mapping or one value. What is not known leaves a run that is not known.
Value with_bindings(const Value& sql, const Value& given);

}  // namespace pgplumb::scripts
