#include "sources/history_tables.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

namespace pgplumb {

namespace {

constexpr std::string_view prisma[] = {"migration_name", "checksum", "finished_at", "rolled_back_at", "applied_steps_count"};
constexpr std::string_view flyway[] = {"installed_rank", "version", "script"};
constexpr std::string_view flyway_before_5[] = {"version_rank", "installed_rank", "script"};
constexpr std::string_view liquibase[] = {"id", "author", "filename", "md5sum", "exectype"};
constexpr std::string_view liquibase_lock[] = {"id", "locked", "lockgranted", "lockedby"};
constexpr std::string_view version_only[] = {"version"};  // Rails, dbmate, golang-migrate, Ecto, Supabase
constexpr std::string_view rails_metadata[] = {"key", "value", "created_at", "updated_at"};
constexpr std::string_view goose[] = {"version_id", "is_applied", "tstamp"};
constexpr std::string_view sqitch_changes[] = {"change_id", "change", "project", "committed_at", "planned_at"};
constexpr std::string_view sqitch_events[] = {"event", "change_id", "change", "project", "committed_at"};
constexpr std::string_view sqitch_tags[] = {"tag_id", "tag", "project", "change_id"};
constexpr std::string_view sqitch_projects[] = {"project", "uri", "creator_name", "creator_email"};
constexpr std::string_view sqitch_releases[] = {"version", "installed_at", "installer_name"};
constexpr std::string_view sqitch_dependencies[] = {"change_id", "type", "dependency", "dependency_id"};
constexpr std::string_view alembic[] = {"version_num"};
constexpr std::string_view django[] = {"app", "name", "applied"};
constexpr std::string_view drizzle[] = {"id", "hash", "created_at"};
constexpr std::string_view seed_files[] = {"path", "hash"};
constexpr std::string_view atlas[] = {"version", "applied", "total", "executed_at", "hash"};
constexpr std::string_view sqlx[] = {"version", "description", "installed_on", "success", "checksum"};
constexpr std::string_view diesel[] = {"version", "run_on"};
constexpr std::string_view hasura[] = {"hasura_uuid", "cli_state"};
constexpr std::string_view name_run_on[] = {"id", "name", "run_on"};
constexpr std::string_view knex[] = {"id", "name", "batch", "migration_time"};
constexpr std::string_view is_locked[] = {"is_locked"};
constexpr std::string_view typeorm[] = {"id", "timestamp", "name"};
constexpr std::string_view typeorm_metadata[] = {"type", "database", "schema", "table", "name", "value"};
constexpr std::string_view laravel[] = {"id", "migration", "batch"};
constexpr std::string_view mikro_orm[] = {"id", "name", "executed_at"};
constexpr std::string_view name_only[] = {"name"};
constexpr std::string_view refinery[] = {"version", "name", "applied_on", "checksum"};
constexpr std::string_view pgroll[] = {"schema", "name", "migration", "parent", "done"};
constexpr std::string_view graphile[] = {"hash", "previous_hash", "filename", "date"};
constexpr std::string_view graphile_current[] = {"filename", "content", "date"};
constexpr std::string_view postgrator[] = {"version", "name", "md5", "run_at"};
constexpr std::string_view kysely[] = {"name", "timestamp"};
constexpr std::string_view pgkit[] = {"name", "content", "status", "date"};
constexpr std::string_view phinx[] = {"version", "migration_name", "start_time", "end_time"};
constexpr std::string_view doctrine[] = {"version", "executed_at"};
constexpr std::string_view entity_framework[] = {"MigrationId", "ProductVersion"};
constexpr std::string_view yoyo[] = {"migration_hash", "migration_id", "applied_at_utc"};

/// Names and columns as the tools' own sources make them.
constexpr auto tables = std::to_array<HistoryTable>({
    {"Prisma", "_prisma_migrations", prisma},
    {"Flyway", "flyway_schema_history", flyway},
    {"Flyway 4 and earlier", "schema_version", flyway_before_5},
    {"Liquibase", "databasechangelog", liquibase},
    {"Liquibase", "databasechangeloglock", liquibase_lock},
    {"Rails, dbmate, golang-migrate, Ecto, Supabase", "schema_migrations", version_only},
    {"Rails", "ar_internal_metadata", rails_metadata},
    {"goose", "goose_db_version", goose},
    {"Sqitch", "changes", sqitch_changes},
    {"Sqitch", "events", sqitch_events},
    {"Sqitch", "tags", sqitch_tags},
    {"Sqitch", "projects", sqitch_projects},
    {"Sqitch", "releases", sqitch_releases},
    {"Sqitch", "dependencies", sqitch_dependencies},
    {"Alembic", "alembic_version", alembic},
    {"Django", "django_migrations", django},
    {"Drizzle", "__drizzle_migrations", drizzle},
    {"Supabase", "seed_files", seed_files},
    {"Atlas", "atlas_schema_revisions", atlas},
    {"sqlx", "_sqlx_migrations", sqlx},
    {"Diesel", "__diesel_schema_migrations", diesel},
    {"Hasura", "hdb_version", hasura},
    {"node-pg-migrate", "pgmigrations", name_run_on},
    {"Knex", "knex_migrations", knex},
    {"Knex", "knex_migrations_lock", is_locked},
    {"TypeORM", "migrations", typeorm},
    {"TypeORM", "typeorm_metadata", typeorm_metadata},
    {"Laravel", "migrations", laravel},
    {"MikroORM", "mikro_orm_migrations", mikro_orm},
    {"Sequelize", "SequelizeMeta", name_only},
    {"Sequelize", "SequelizeData", name_only},
    {"refinery", "refinery_schema_history", refinery},
    {"tern", "schema_version", version_only},
    {"pgroll", "migrations", pgroll},
    {"graphile-migrate", "migrations", graphile},
    {"graphile-migrate", "current", graphile_current},
    {"postgrator", "schemaversion", postgrator},
    {"Kysely", "kysely_migration", kysely},
    {"Kysely", "kysely_migration_lock", is_locked},
    {"pgkit", "pgkit_migrations", pgkit},
    {"Phinx, CakePHP", "phinxlog", phinx},
    {"Doctrine", "doctrine_migration_versions", doctrine},
    {"Entity Framework", "__EFMigrationsHistory", entity_framework},
    {"yoyo", "_yoyo_migration", yoyo},
});

bool is_history_table(const Catalog& catalog, const Entry& entry) {
  if (entry.id.space != Namespace::relation) return false;
  const auto columns = catalog.members(entry, Namespace::column);
  const auto has_column = [&](std::string_view name) {
    return std::any_of(columns.begin(), columns.end(), [&](const Entry& column) { return column.id.member == name; });
  };
  return std::any_of(tables.begin(), tables.end(), [&](const HistoryTable& table) {
    return table.name == entry.id.name && std::all_of(table.columns.begin(), table.columns.end(), has_column);
  });
}

using TableName = std::pair<std::string_view, std::string_view>;  // schema, table

/// The schemas of `tables` that hold nothing else; public is everyone's.
std::set<std::string_view> schemas_of_nothing_but(const std::set<TableName>& tables, const Catalog& catalog) {
  std::set<std::string_view> schemas;
  for (const auto& [schema, name] : tables) schemas.insert(schema);
  schemas.erase("public");
  for (const Entry& entry : catalog.entries())
    if (!tables.contains({entry.id.schema, entry.id.name})) schemas.erase(entry.id.schema);
  return schemas;
}

}  // namespace

std::span<const HistoryTable> history_tables() { return tables; }

void set_history_tables_aside(Catalog& catalog) {
  std::set<TableName> found;
  for (const Entry& entry : catalog.entries())
    if (is_history_table(catalog, entry)) found.emplace(entry.id.schema, entry.id.name);
  if (found.empty()) return;
  const auto schemas = schemas_of_nothing_but(found, catalog);
  for (const auto& [schema, name] : found) catalog.extension_owned.emplace(name);
  for (const std::string_view schema : schemas) catalog.extension_owned.emplace(schema);
  catalog.leave_out([&](const Entry& entry) {
    return found.contains({entry.id.schema, entry.id.name}) ||
           (entry.id.space == Namespace::schema && schemas.contains(entry.id.name));
  });
}

}  // namespace pgplumb
