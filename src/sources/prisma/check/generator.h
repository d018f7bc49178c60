#pragma once

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// Checks a generator block, and notes the preview features that it asks for.
void read_generator(Schema& schema, const Block& block);

}  // namespace pgplumb::prisma
