#pragma once

#include <pgplumb/catalog/catalog.h>

#include <string>

#include "sources/prisma/syntax/file.h"

namespace pgplumb {
struct SchemaAlias;
}

namespace pgplumb::prisma {

/// The catalog that a schema states. Throws one Error for all that is wrong with it.
Catalog read_catalog(SchemaFiles files, const std::string& default_schema, const SchemaAlias& alias);

}  // namespace pgplumb::prisma
