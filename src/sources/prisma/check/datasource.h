#pragma once

#include "sources/prisma/prisma.h"
#include "sources/prisma/syntax/tree.h"

namespace pgplumb::prisma {

/// What a datasource block says, what is wrong in it left out.
Datasource read_block(const Block& block);

}  // namespace pgplumb::prisma
