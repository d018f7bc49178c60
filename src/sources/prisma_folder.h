// Folders that hold a Prisma schema.
#pragma once

#include <filesystem>

namespace pgplumb {

/// Whether the folder has a .prisma file, itself or in the folders below it that a multi-file schema may have.
bool holds_prisma_schema(const std::filesystem::path& folder);

}  // namespace pgplumb
