#include "sources/database/history.h"

#include <algorithm>

#include "history/tool.h"
#include "sources/database/history_records.sql.h"
#include "sources/database/history_tables.sql.h"
#include "sources/database/text_array.h"

namespace pgplumb {

namespace {

struct FoundTable {
  std::string oid;
  HistoryTable table;
};

/// The name, or a column, by which each tool's history is looked for.
std::vector<std::string> telling(bool column_names) {
  std::vector<std::string> names;
  for (const HistoryTool* tool : history_tools()) {
    const ToolTable& table = tool->tables.front();
    if (!column_names) names.emplace_back(table.name);
    if (column_names && table.goes_by_any_name)
      names.emplace_back(table.columns.front().substr(0, table.columns.front().find(' ')));
  }
  return names;
}

std::vector<ColumnText> columns_of(const std::vector<std::string>& texts) {
  std::vector<ColumnText> columns;
  for (const std::string& text : texts) {
    const std::size_t space = text.find(' ');  // in a name it would only cost a table its recognition
    columns.push_back({text.substr(0, space), text.substr(space + 1)});
  }
  return columns;
}

std::vector<FoundTable> find_tables(Connection& connection, const ReadOptions& options) {
  std::vector<FoundTable> found;
  const auto read = [&](const Row& row) {
    enum { oid, schema, name, is_readable, columns };
    const std::string because = row.flag(is_readable) ? "" : "this role may not read it";
    for (const HistoryTool* tool : tools_of_history(row.text(name), columns_of(row.texts(columns))))
      found.push_back(
          {std::string(row.text(oid)), {tool, std::string(row.text(schema)), std::string(row.text(name)), because, {}}});
  };
  connection.ask({history_tables_sql, {text_array(telling(false)), text_array(telling(true)), options.default_schema}, read});
  return found;
}

HistoryRecord::State state_of(std::string_view text) {
  if (text == "failed") return HistoryRecord::State::failed;
  return text == "rolled back" ? HistoryRecord::State::rolled_back : HistoryRecord::State::applied;
}

void read_records(Connection& connection, FoundTable& found) {
  const auto read = [&](const Row& row) {
    enum { key, name, checksum, applied_at, state, only_marked, covers_earlier, detail };
    found.table.records.push_back({std::string(row.text(key)), std::string(row.text(name)), std::string(row.text(checksum)),
                                   std::string(row.text(applied_at)), state_of(row.text(state)), row.flag(only_marked),
                                   row.flag(covers_earlier), std::string(row.text(detail))});
  };
  connection.ask({history_records_sql, {found.oid, std::string(found.table.tool->records_sql)}, read});
}

}  // namespace

void read_history(Connection& connection, const ReadOptions& options, Source& source) {
  source.histories.clear();
  std::vector<FoundTable> tables;
  std::string refusal;  // ends the transaction, so that nothing behind it can be read
  try {
    tables = find_tables(connection, options);
  } catch (const ServerRefusal& refused) {
    return;  // nothing is known of any history, as in a database without one
  }
  for (FoundTable& found : tables) {
    try {
      if (found.table.was_read() && refusal.empty()) read_records(connection, found);
    } catch (const ServerRefusal& refused) {
      refusal = refused.message;
    }
    if (found.table.was_read()) found.table.unreadable_because = refusal;
    source.histories.push_back(std::move(found.table));
  }
}

}  // namespace pgplumb
