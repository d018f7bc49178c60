// Reads a file into blocks. Every problem is noted; a line that cannot be read costs one line.
#pragma once

#include "sources/prisma/syntax/problems.h"
#include "sources/prisma/syntax/tree.h"

namespace pgplumb::prisma {

Tree parse_file(const SchemaFile& file, Problems& problems);

}  // namespace pgplumb::prisma
