// Reads a file into blocks. Every problem is noted; a line that cannot be read costs one line.
#pragma once

#include <deque>

#include "sources/prisma/syntax/problems.h"
#include "sources/prisma/syntax/tree.h"

namespace pgplumb::prisma {

/// Appends the blocks of the file. False where something stands outside of all blocks that could be read.
bool parse_file(const SchemaFile& file, Problems& problems, std::deque<Block>& blocks);

}  // namespace pgplumb::prisma
