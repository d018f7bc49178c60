#pragma once

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// Reads the side of a relation that holds the foreign key into schema.relations. False where something is missing or wrong; it
/// was noted.
bool read_foreign_key(Schema& schema, const Field& from, const Field& to);

}  // namespace pgplumb::prisma
