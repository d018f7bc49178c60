// What there is to compare when nobody says it.
#pragma once

#include <pgplumb/sources/source.h>

#include <filesystem>

namespace pgplumb {

struct Discovered {
  SourceRequest model, migrations, database;
};

/// Looks for a project's schema, migrations and database in `folder`, and where there is none in the folders below it. Throws
/// Error that lists them when several are found where one is wanted.
Discovered discover(const std::filesystem::path& folder);

/// The database of the project in `folder`: $DATABASE_URL, else the variable that the Prisma schema `model` names (null for
/// none), from the environment or from a .env beside the schema or in the folder.
SourceRequest discover_database(const Place* model, const std::filesystem::path& folder);

}  // namespace pgplumb
