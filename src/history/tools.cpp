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
      &prisma_tool,
  };
  return list;
}

bool is_like(const ToolTable& table, std::string_view name, std::span<const ColumnText> columns) {
  if (table.name != name && !table.goes_by_any_name) return false;
  const auto end = std::find(table.columns.begin(), table.columns.end(), "");
  if (table.has_no_others && columns.size() != static_cast<std::size_t>(end - table.columns.begin())) return false;
  return std::all_of(table.columns.begin(), end, [&](std::string_view column) { return has_column(columns, column); });
}

const HistoryTool* tool_of_history(std::string_view name, std::span<const ColumnText> columns) {
  const auto tools = history_tools();
  const auto found = std::find_if(tools.begin(), tools.end(),
                                  [&](const HistoryTool* tool) { return is_like(tool->tables.front(), name, columns); });
  return found == tools.end() ? nullptr : *found;
}

std::vector<std::int64_t> migration_lock_keys(std::string_view database) {
  std::vector<std::int64_t> keys;
  for (const HistoryTool* tool : history_tools())
    if (tool->lock_key)
      if (const auto key = tool->lock_key({database, "public", tool->tables.front().name})) keys.push_back(*key);
  return keys;
}

}  // namespace pgplumb
