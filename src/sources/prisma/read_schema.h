#pragma once

#include <memory>

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// Reads and checks a schema, a file or a folder. Throws one Error for all its problems.
std::unique_ptr<Schema> read_schema(const std::string& path, const std::string& default_schema);

/// The same of text that is no file, under the name `file`.
std::unique_ptr<Schema> read_schema_text(std::string_view file, std::string text, const std::string& default_schema);

}  // namespace pgplumb::prisma
