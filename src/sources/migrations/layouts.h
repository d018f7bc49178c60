// Where a migration history lies on disk: one row for each way of laying it out.
#pragma once

#include <pgplumb/catalog/catalog.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

struct MigrationFile {
  std::string name;            ///< as the tool knows it
  std::filesystem::path path;  ///< below the folder as the user gave it
};

/// The files in the order in which the tool applies them, and what stands among them that it could not.
struct MigrationList {
  std::vector<MigrationFile> files;
  std::vector<NotCompared> left_out;
};

struct Layout {
  std::string_view name;
  std::string_view help;
  /// Whether the path, which exists, is laid out like this.
  bool (*recognise)(const std::filesystem::path& path);
  /// Throws Error where the history cannot be PostgreSQL's.
  MigrationList (*list)(const std::filesystem::path& path);
};

/// All layouts; the first that recognises a path reads it.
std::span<const Layout> layouts();

bool is_prisma_folder(const std::filesystem::path& path);
MigrationList list_prisma_folder(const std::filesystem::path& path);

bool is_sql_folder(const std::filesystem::path& path);
MigrationList list_sql_folder(const std::filesystem::path& path);

bool is_single_file(const std::filesystem::path& path);
MigrationList list_single_file(const std::filesystem::path& path);

}  // namespace pgplumb
