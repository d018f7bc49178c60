// Files that lie among migrations, look like some by their names, and are not read.
#pragma once

#include <filesystem>

#include "sources/migrations/layouts.h"

namespace pgplumb {

/// Adds them to what the list leaves out: those of the folder, and of all folders that it takes files from.
void name_unread_files(const std::filesystem::path& folder, MigrationList& list);

}  // namespace pgplumb
