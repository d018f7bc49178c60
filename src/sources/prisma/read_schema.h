#pragma once

#include <memory>
#include <string>

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// Reads and checks a schema as far as fields go by themselves: names, types, defaults. All that is wrong is in its `problems`,
/// and what could not be read or resolved is missing. Throws only for another provider than PostgreSQL.
std::unique_ptr<Schema> read_fields(SchemaFiles files, const std::string& default_schema);

/// Then what holds between fields: keys, indexes and relations.
void read_keys_and_relations(Schema& schema);

}  // namespace pgplumb::prisma
