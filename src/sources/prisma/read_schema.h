#pragma once

#include <memory>
#include <string>

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// Reads and checks a schema; all that is wrong with it is in its `problems`, and what could not be read or resolved is missing. Throws
/// only for another provider than PostgreSQL.
std::unique_ptr<Schema> read_schema(SchemaFiles files, const std::string& default_schema);

}  // namespace pgplumb::prisma
