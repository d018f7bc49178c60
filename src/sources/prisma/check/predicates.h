#pragma once

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// Checks the `where` of a partial index, which is raw("…") or an object of fields and values. False where it cannot be read; it
/// was noted.
bool check_predicate(Schema& schema, const Model& model, const Value& where);

}  // namespace pgplumb::prisma
