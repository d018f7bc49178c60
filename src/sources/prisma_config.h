// What prisma.config.ts and package.json say of where things are.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace pgplumb {

/// Paths as written, relative to the file; "" for what is not said.
struct PrismaConfig {
  std::string schema;
  std::string migrations;
  std::string url_variable;  ///< DATABASE_URL of env("DATABASE_URL") or process.env.DATABASE_URL
};

/// Reads the literals of a prisma.config.ts. It is a program: what it computes is not known.
PrismaConfig read_prisma_config(std::string_view text);

/// Of the project in `folder`: its prisma.config.ts, else `prisma.schema` of its package.json.
PrismaConfig find_prisma_config(const std::filesystem::path& folder);

}  // namespace pgplumb
