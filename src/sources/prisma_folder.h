// Folders that hold a Prisma schema.
#pragma once

#include <filesystem>

namespace pgplumb {

/// Whether the folder has a .prisma file, itself or in the folders below it that a multi-file schema may have.
bool holds_prisma_schema(const std::filesystem::path& folder);

/// Whether the file lies beside a migration.sql: what a migration keeps for a client of its own is no part of the schema.
bool is_kept_by_migration(const std::filesystem::path& file);

}  // namespace pgplumb
