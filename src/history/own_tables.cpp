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
    {"migrations", {"id", "migration", "batch"}},                               // Laravel
    {"phinxlog", {"version", "migration_name", "start_time", "end_time"}},      // Phinx, CakePHP
    {"doctrine_migration_versions", {"version", "executed_at"}},                // Doctrine
    {"__EFMigrationsHistory", {"MigrationId", "ProductVersion"}},               // Entity Framework
    {"_yoyo_migration", {"migration_hash", "migration_id", "applied_at_utc"}},  // yoyo
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

/// Whether it is one of these tables, a member of one, or a sequence that a column of one owns.
bool belongs_to(const std::set<TableName>& tables, const Entry& entry) {
  if (tables.contains({entry.id.schema, entry.id.name})) return true;
  const auto* sequence = std::get_if<Sequence>(&entry.object);
  const Symbol* column = sequence ? sequence->owned_by.symbol : nullptr;
  return column && tables.contains({entry.id.schema, column->parent->text});
}

/// The schemas of `tables` that hold nothing else; public is everyone's.
std::set<std::string_view> schemas_of_nothing_but(const std::set<TableName>& tables, const Catalog& catalog) {
  std::set<std::string_view> schemas;
  for (const auto& [schema, name] : tables) schemas.insert(schema);
  schemas.erase("public");
  for (const Entry& entry : catalog.entries())
    if (!belongs_to(tables, entry)) schemas.erase(entry.id.schema);
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
    return belongs_to(found, entry) || (entry.id.space == Namespace::schema && schemas.contains(entry.id.name));
  });
}

}  // namespace pgplumb
