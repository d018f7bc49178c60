// SQL that comes as one text.
#pragma once

#include "sources/migrations/layouts.h"

namespace pgplumb {

/// All of it, with the migrations that it names; a file without any is one migration.
UpPart take_with_versions(const SourceText& file, const MigrationFile& migration);

}  // namespace pgplumb
