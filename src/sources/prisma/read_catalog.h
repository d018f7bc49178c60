#pragma once

#include <pgplumb/sources/source.h>

#include <string>

#include "sources/prisma/syntax/file.h"

namespace pgplumb {
struct SchemaAlias;
}

namespace pgplumb::prisma {

/// The catalog that a schema states. Throws one Error for all that is wrong with it.
Catalog read_catalog(SchemaFiles files, const ReadOptions& options);

}  // namespace pgplumb::prisma
