// Where a migration history lies on disk: one row, in a file of its own in layouts/, for each way of laying it out.
#pragma once

#include <pgplumb/catalog/catalog.h>
#include <pgplumb/sources/source.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sources/migrations/platform.h"
#include "sources/migrations/up_part.h"

namespace pgplumb {

struct MigrationFile {
  std::string name;            ///< as the tool shows it
  std::filesystem::path path;  ///< below the folder as the user gave it
  std::string version = {};    ///< as the tool records it; see Migration
  std::vector<std::string> behind = {};
  std::string plan_entry = {};
};

/// The files in the order in which the tool applies them, and what stands among them that it could not.
struct MigrationList {
  std::vector<MigrationFile> files;
  std::vector<NotCompared> left_out = {};
  /// SQL files, among what is left out, of which is not known whether they run: what they name is uncertain.
  std::vector<std::filesystem::path> doubtful = {};
  /// Files of which nothing is said, for another one holds what they do: a newer one, so that an empty database never gets them,
  /// or the one that they read.
  std::vector<std::filesystem::path> unmentioned = {};
};

struct Layout {
  std::string_view name;
  std::string_view help;
  /// Whether the path, which exists, is laid out like this: by marks that no other layout has.
  bool (*recognise)(const std::filesystem::path& path);
  /// Throws Error where the history cannot be PostgreSQL's.
  MigrationList (*list)(const std::filesystem::path& path);
  /// How the tool runs a file.
  RunsIn runs_in;
  /// What of a file runs on the way up; null where all of it does.
  UpPart (*cut)(const SourceText& file, const MigrationFile& migration) = nullptr;
  /// What the first migration finds already; null where that is an empty database.
  const Platform* platform = nullptr;
  /// Whether a file says that it is not to run in the transaction that the tool opens for the others; null where none can.
  bool (*declines_transaction)(const SourceText& file, const MigrationFile& migration) = nullptr;
  /// Whether a text has the marks that part the way up from the way down; null where there are none.
  bool (*is_parted)(std::string_view text) = nullptr;
  /// The schema that the tool itself has unqualified names go to, "" where it says none; null where that is left to the
  /// connection.
  std::string (*schema)(const std::filesystem::path& path, const ReadOptions& options) = nullptr;
};

/// How the layout's tool runs this file.
RunsIn how_it_runs(const Layout& layout, const SourceText& file, const MigrationFile& migration);

/// All layouts; the first that recognises a path reads it.
std::span<const Layout* const> layouts();
/// Whose marks a text holds that stands by itself; null for nobody's.
const Layout* layout_marked_in(std::string_view text);
/// Throws Error with the nearest name there is.
const Layout& layout_named(std::string_view name);

extern const Layout prisma_layout, drizzle_layout, sqitch_layout, graphile_migrate_layout, hasura_layout, diesel_layout,
    refinery_layout, flyway_layout, liquibase_layout, goose_layout, sql_migrate_layout, play_layout, dbmate_layout,
    node_pg_migrate_layout, tern_layout, supabase_layout, sqlx_layout, golang_migrate_layout, atlas_layout, alembic_layout,
    db_migrate_layout, scripts_layout, up_down_layout, python_layout, javascript_layout, go_layout, structure_layout,
    folder_layout, file_layout;

}  // namespace pgplumb
