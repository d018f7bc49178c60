#include "sources/history_tables.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

namespace pgplumb {

namespace {

/// Names and columns as the tools' own sources make them.
constexpr auto tables = std::to_array<HistoryTable>({
    {"Prisma", "_prisma_migrations", {"migration_name", "checksum", "finished_at", "rolled_back_at", "applied_steps_count"}},
    {"Flyway", "flyway_schema_history", {"installed_rank", "version", "script"}},
    {"Flyway 4 and earlier", "schema_version", {"version_rank", "installed_rank", "script"}},
    {"Liquibase", "databasechangelog", {"id", "author", "filename", "md5sum", "exectype"}},
    {"Liquibase", "databasechangeloglock", {"id", "locked", "lockgranted", "lockedby"}},
    {"Rails, dbmate, golang-migrate, Ecto, Supabase", "schema_migrations", {"version"}},
    {"Rails", "ar_internal_metadata", {"key", "value", "created_at", "updated_at"}},
    {"goose", "goose_db_version", {"version_id", "is_applied", "tstamp"}},
    {"Sqitch", "changes", {"change_id", "change", "project", "committed_at", "planned_at"}},
    {"Sqitch", "events", {"event", "change_id", "change", "project", "committed_at"}},
    {"Sqitch", "tags", {"tag_id", "tag", "project", "change_id"}},
    {"Sqitch", "projects", {"project", "uri", "creator_name", "creator_email"}},
    {"Sqitch", "releases", {"version", "installed_at", "installer_name"}},
    {"Sqitch", "dependencies", {"change_id", "type", "dependency", "dependency_id"}},
    {"Alembic", "alembic_version", {"version_num"}},
    {"Django", "django_migrations", {"app", "name", "applied"}},
    {"Drizzle", "__drizzle_migrations", {"id", "hash", "created_at"}},
    {"Supabase", "seed_files", {"path", "hash"}},
    {"Atlas", "atlas_schema_revisions", {"version", "applied", "total", "executed_at", "hash"}},
    {"sqlx", "_sqlx_migrations", {"version", "description", "installed_on", "success", "checksum"}},
    {"Diesel", "__diesel_schema_migrations", {"version", "run_on"}},
    {"Hasura", "hdb_version", {"hasura_uuid", "cli_state"}},
    {"node-pg-migrate", "pgmigrations", {"id", "name", "run_on"}},
    {"Knex", "knex_migrations", {"id", "name", "batch", "migration_time"}},
    {"Knex", "knex_migrations_lock", {"is_locked"}},
    {"TypeORM", "migrations", {"id", "timestamp", "name"}},
    {"TypeORM", "typeorm_metadata", {"type", "database", "schema", "table", "name", "value"}},
    {"Laravel", "migrations", {"id", "migration", "batch"}},
    {"MikroORM", "mikro_orm_migrations", {"id", "name", "executed_at"}},
    {"Sequelize", "SequelizeMeta", {"name"}},
    {"Sequelize", "SequelizeData", {"name"}},
    {"refinery", "refinery_schema_history", {"version", "name", "applied_on", "checksum"}},
    {"tern", "schema_version", {"version"}},
    {"pgroll", "migrations", {"schema", "name", "migration", "parent", "done"}},
    {"graphile-migrate", "migrations", {"hash", "previous_hash", "filename", "date"}},
    {"graphile-migrate", "current", {"filename", "content", "date"}},
    {"postgrator", "schemaversion", {"version", "name", "md5", "run_at"}},
    {"Kysely", "kysely_migration", {"name", "timestamp"}},
    {"Kysely", "kysely_migration_lock", {"is_locked"}},
    {"pgkit", "pgkit_migrations", {"name", "content", "status", "date"}},
    {"Phinx, CakePHP", "phinxlog", {"version", "migration_name", "start_time", "end_time"}},
    {"Doctrine", "doctrine_migration_versions", {"version", "executed_at"}},
    {"Entity Framework", "__EFMigrationsHistory", {"MigrationId", "ProductVersion"}},
    {"yoyo", "_yoyo_migration", {"migration_hash", "migration_id", "applied_at_utc"}},
});

bool is_history_table(const Catalog& catalog, const Entry& entry) {
  if (entry.id.space != Namespace::relation) return false;
  const auto columns = catalog.members(entry, Namespace::column);
  const auto has_column = [&](std::string_view name) {
    return std::any_of(columns.begin(), columns.end(), [&](const Entry& column) { return column.id.member == name; });
  };
  return std::any_of(tables.begin(), tables.end(), [&](const HistoryTable& table) {
    return table.name == entry.id.name && std::all_of(table.columns.begin(), table.columns.end(),
                                                      [&](std::string_view name) { return name.empty() || has_column(name); });
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
