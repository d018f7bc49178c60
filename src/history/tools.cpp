#include "history/tools/tools.h"

#include <algorithm>

namespace pgplumb {

namespace {

bool has_column(std::span<const ColumnText> columns, std::string_view wanted) {
  const std::size_t space = wanted.find(' ');
  const std::string_view name = wanted.substr(0, space);
  const std::string_view type = space == std::string_view::npos ? std::string_view() : wanted.substr(space + 1);
  return std::any_of(columns.begin(), columns.end(), [&](const ColumnText& column) {
    return column.name == name && (type.empty() || column.type.empty() || column.type == type);
  });
}

}  // namespace

std::span<const HistoryTool* const> history_tools() {
  static constexpr std::array list{
      &prisma_tool,          &flyway_tool,        &liquibase_tool, &golang_migrate_tool, &goose_tool,     &dbmate_tool,
      &rails_tool,           &ecto_tool,          &supabase_tool,  &sqitch_tool,         &alembic_tool,   &django_tool,
      &drizzle_tool,         &drizzle_names_tool, &atlas_tool,     &sqlx_tool,           &diesel_tool,    &hasura_tool,
      &node_pg_migrate_tool, &knex_tool,          &typeorm_tool,   &mikro_orm_tool,      &sequelize_tool, &graphile_migrate_tool,
      &refinery_tool,        &tern_tool,          &pgroll_tool,    &postgrator_tool,     &kysely_tool,    &pgkit_tool,
      &sql_migrate_tool,     &play_tool,
  };
  return list;
}

bool is_like(const ToolTable& table, std::string_view name, std::span<const ColumnText> columns) {
  if (table.name != name && !table.goes_by_any_name) return false;
  const auto end = std::find(table.columns.begin(), table.columns.end(), "");
  if (table.has_no_others && columns.size() != static_cast<std::size_t>(end - table.columns.begin())) return false;
  return std::all_of(table.columns.begin(), end, [&](std::string_view column) { return has_column(columns, column); });
}

std::vector<const HistoryTool*> tools_of_history(std::string_view name, std::span<const ColumnText> columns) {
  std::vector<const HistoryTool*> found;
  for (const HistoryTool* tool : history_tools())
    if (is_like(tool->tables.front(), name, columns)) found.push_back(tool);
  return found;
}

bool stands_before_newest(const Migration& migration, std::span<const TimelineRow> rows) {
  const auto newest =
      std::find_if(rows.rbegin(), rows.rend(), [](const TimelineRow& row) { return row.migration && row.is_applied(); });
  return std::any_of(newest, rows.rend(), [&](const TimelineRow& row) { return row.migration == &migration; });
}

std::vector<ToolLock> possible_locks(std::string_view database, std::span<const HistoryTable> tables) {
  std::vector<ToolLock> locks;
  const auto add_keys = [&](const HistoryTool& tool, std::string_view schema, std::string_view table) {
    if (!tool.lock_keys) return;
    for (const std::int64_t key : tool.lock_keys({std::string(database), std::string(schema), std::string(table)}))
      locks.push_back({&tool, key});
  };
  for (const HistoryTool* tool : history_tools()) add_keys(*tool, "public", tool->tables.front().name);
  for (const HistoryTable& table : tables) {
    add_keys(*table.tool, table.schema, table.name);
    if (!table.tool->table_lock.empty()) locks.push_back({table.tool, 0, &table});
  }
  return locks;
}

const HistoryTool* tool_of_layout(std::string_view layout) {
  const auto tools = history_tools();
  const auto found = std::find_if(tools.begin(), tools.end(), [&](const HistoryTool* tool) { return tool->layout == layout; });
  return found == tools.end() ? nullptr : *found;
}

std::string apply_command(const HistoryTool& tool, std::string_view place) {
  constexpr std::string_view stands_for_it = "PLACE";
  std::string command(tool.apply);
  if (const auto at = command.find(stands_for_it); at != std::string::npos) command.replace(at, stands_for_it.size(), place);
  return command;
}

}  // namespace pgplumb
