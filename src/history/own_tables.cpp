#include "history/own_tables.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "history/tool.h"

namespace pgplumb {

namespace {

/// Of tools whose records are not read, names and columns as their own sources make them.
constexpr auto unread_tables = std::to_array<ToolTable>({
    {"flyway_schema_history", {"installed_rank", "version", "script"}},         // Flyway
    {"schema_version", {"version_rank", "installed_rank", "script"}},           // Flyway 4 and earlier
    {"databasechangelog", {"id", "author", "filename", "md5sum", "exectype"}},  // Liquibase
    {"databasechangeloglock", {"id", "locked", "lockgranted", "lockedby"}},     // Liquibase
    {"schema_migrations", {"version"}},                                         // Rails, dbmate, golang-migrate, Ecto, Supabase
    {"ar_internal_metadata", {"key", "value", "created_at", "updated_at"}},     // Rails
    {"goose_db_version", {"version_id", "is_applied", "tstamp"}},               // goose
    {"changes", {"change_id", "change", "project", "committed_at", "planned_at"}},            // Sqitch
    {"events", {"event", "change_id", "change", "project", "committed_at"}},                  // Sqitch
    {"tags", {"tag_id", "tag", "project", "change_id"}},                                      // Sqitch
    {"projects", {"project", "uri", "creator_name", "creator_email"}},                        // Sqitch
    {"releases", {"version", "installed_at", "installer_name"}},                              // Sqitch
    {"dependencies", {"change_id", "type", "dependency", "dependency_id"}},                   // Sqitch
    {"alembic_version", {"version_num"}},                                                     // Alembic
    {"django_migrations", {"app", "name", "applied"}},                                        // Django
    {"__drizzle_migrations", {"id", "hash", "created_at"}},                                   // Drizzle
    {"seed_files", {"path", "hash"}},                                                         // Supabase
    {"atlas_schema_revisions", {"version", "applied", "total", "executed_at", "hash"}},       // Atlas
    {"_sqlx_migrations", {"version", "description", "installed_on", "success", "checksum"}},  // sqlx
    {"__diesel_schema_migrations", {"version", "run_on"}},                                    // Diesel
    {"hdb_version", {"hasura_uuid", "cli_state"}},                                            // Hasura
    {"pgmigrations", {"id", "name", "run_on"}},                                               // node-pg-migrate
    {"knex_migrations", {"id", "name", "batch", "migration_time"}},                           // Knex
    {"knex_migrations_lock", {"is_locked"}},                                                  // Knex
    {"migrations", {"id", "timestamp", "name"}},                                              // TypeORM
    {"typeorm_metadata", {"type", "database", "schema", "table", "name", "value"}},           // TypeORM
    {"migrations", {"id", "migration", "batch"}},                                             // Laravel
    {"mikro_orm_migrations", {"id", "name", "executed_at"}},                                  // MikroORM
    {"SequelizeMeta", {"name"}},                                                              // Sequelize
    {"SequelizeData", {"name"}},                                                              // Sequelize
    {"refinery_schema_history", {"version", "name", "applied_on", "checksum"}},               // refinery
    {"schema_version", {"version"}},                                                          // tern
    {"migrations", {"schema", "name", "migration", "parent", "done"}},                        // pgroll
    {"migrations", {"hash", "previous_hash", "filename", "date"}},                            // graphile-migrate
    {"current", {"filename", "content", "date"}},                                             // graphile-migrate
    {"schemaversion", {"version", "name", "md5", "run_at"}},                                  // postgrator
    {"kysely_migration", {"name", "timestamp"}},                                              // Kysely
    {"kysely_migration_lock", {"is_locked"}},                                                 // Kysely
    {"pgkit_migrations", {"name", "content", "status", "date"}},                              // pgkit
    {"phinxlog", {"version", "migration_name", "start_time", "end_time"}},                    // Phinx, CakePHP
    {"doctrine_migration_versions", {"version", "executed_at"}},                              // Doctrine
    {"__EFMigrationsHistory", {"MigrationId", "ProductVersion"}},                             // Entity Framework
    {"_yoyo_migration", {"migration_hash", "migration_id", "applied_at_utc"}},                // yoyo
});

/// Whether a tool keeps this table for itself.
bool is_own_table(const Catalog& catalog, const Entry& entry) {
  if (entry.id.space != Namespace::relation) return false;
  std::vector<ColumnText> columns;
  for (const Entry& column : catalog.members(entry, Namespace::column)) columns.push_back({std::string(column.id.member), {}});
  const auto is_this = [&](const ToolTable& table) { return is_like(table, entry.id.name, columns); };
  const auto tools = history_tools();
  return std::any_of(unread_tables.begin(), unread_tables.end(), is_this) ||
         std::any_of(tools.begin(), tools.end(),
                     [&](const HistoryTool* tool) { return std::any_of(tool->tables.begin(), tool->tables.end(), is_this); });
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

void set_history_tables_aside(Catalog& catalog) {
  std::set<TableName> found;
  for (const Entry& entry : catalog.entries())
    if (is_own_table(catalog, entry)) found.emplace(entry.id.schema, entry.id.name);
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
