// Reads a file into blocks. Every problem is noted; a line that cannot be read costs one line.
#pragma once

#include "sources/prisma/second_thread.h"
#include "sources/prisma/syntax/problems.h"
#include "sources/prisma/syntax/tree.h"

namespace pgplumb::prisma {

Tree parse_file(const SchemaFile& file, Problems& problems, SecondThread& second_thread);

/// Only up to the first block of the kind, that one included.
Tree parse_up_to(Block::Kind kind, const SchemaFile& file, Problems& problems);

}  // namespace pgplumb::prisma
