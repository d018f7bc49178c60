#include "sources/migrations/layouts.h"

#include <pgplumb/error.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

namespace pgplumb {

std::span<const Layout* const> layouts() {
  // Those with marks of their own first; of the rest, the narrower before the wider.
  static constexpr std::array rows = {
      &drizzle_layout,        &prisma_layout,    &sqitch_layout,     &graphile_migrate_layout,
      &hasura_layout,         &liquibase_layout, &goose_layout,      &sql_migrate_layout,
      &play_layout,           &dbmate_layout,    &supabase_layout,   &node_pg_migrate_layout,
      &tern_layout,           &refinery_layout,  &flyway_layout,     &sqlx_layout,
      &golang_migrate_layout, &atlas_layout,     &diesel_layout,     &alembic_layout,
      &db_migrate_layout,     &scripts_layout,   &up_down_layout,    &folder_layout,
      &structure_layout,      &python_layout,    &javascript_layout, &go_layout,
      &file_layout,
  };
  return rows;
}

const Layout* layout_marked_in(std::string_view text) {
  const auto rows = layouts();
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Layout* layout) { return layout->is_parted && layout->is_parted(text); });
  return found == rows.end() ? nullptr : *found;
}

const Layout& layout_named(std::string_view name) {
  std::vector<std::string> names;
  for (const Layout* layout : layouts()) {
    if (layout->name == name) return *layout;
    names.emplace_back(layout->name);
  }
  const std::string nearest = nearest_name(name, names);
  std::string all;
  for (const std::string& one : names) all += (all.empty() ? "" : ", ") + one;
  throw Error("there is no layout \"" + std::string(name) + "\"", {},
              nearest.empty() ? "there are: " + all : "did you mean " + nearest + "?");
}

RunsIn how_it_runs(const Layout& layout, const SourceText& file, const MigrationFile& migration) {
  if (!layout.declines_transaction || !layout.declines_transaction(file, migration)) return layout.runs_in;
  return layout.runs_in == RunsIn::transaction ? RunsIn::message : RunsIn::unknown;
}

}  // namespace pgplumb
