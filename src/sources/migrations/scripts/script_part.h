// A script as the SQL that it runs.
#pragma once

#include <filesystem>

#include "sources/migrations/up_part.h"

namespace pgplumb {

/// Whether one of the languages has this extension.
bool is_script(const std::filesystem::path& path);
/// Whether a script has a string in it that is surely DDL.
bool holds_sql(const std::filesystem::path& path);

/// Where it says "migration 51" in comments, strings or names of functions, it is as many migrations.
UpPart take_from_script(const SourceText& file, const std::filesystem::path& path, bool holds_several);

}  // namespace pgplumb
