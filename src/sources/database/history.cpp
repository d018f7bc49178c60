#include "sources/database/history.h"

#include <algorithm>
#include <set>

#include "history/tool.h"
#include "sources/database/history_records.sql.h"
#include "sources/database/history_tables.sql.h"
#include "sources/database/running_migrations.sql.h"
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
    enum { key, name, checksum, applied_at, state, only_marked, covers_earlier, detail, plan_hash };
    found.table.records.push_back({std::string(row.text(key)), std::string(row.text(name)), std::string(row.text(checksum)),
                                   std::string(row.text(applied_at)), state_of(row.text(state)), row.flag(only_marked),
                                   row.flag(covers_earlier), std::string(row.text(detail)), std::string(row.text(plan_hash))});
  };
  connection.ask({history_records_sql, {found.oid, std::string(found.table.tool->records_sql)}, read});
}

std::vector<HistoryTable> tables_of(const std::vector<FoundTable>& found) {
  std::vector<HistoryTable> tables;
  for (const FoundTable& one : found) tables.push_back(one.table);
  return tables;
}

/// The tools that are at work now, by the locks that they hold.
std::set<std::string_view> read_tools_at_work(Connection& connection, const std::string& database,
                                              const std::vector<FoundTable>& found) {
  const std::vector<HistoryTable> tables = tables_of(found);
  const std::vector<ToolLock> possible = possible_locks(database, tables);
  std::vector<std::string> keys, oids;
  for (const ToolLock& lock : possible) keys.push_back(std::to_string(lock.key));
  for (const FoundTable& one : found) oids.push_back(one.oid);
  std::set<std::string_view> at_work;
  const auto oid_of = [&](const HistoryTable* table) {
    return std::string_view(oids[static_cast<std::size_t>(table - tables.data())]);
  };
  const auto read = [&](const Row& row) {
    enum { key, relation, mode };
    for (const ToolLock& lock : possible)
      if (lock.table ? row.text(relation) == oid_of(lock.table) && row.text(mode) == lock.tool->table_lock
                     : row.text(key) == std::to_string(lock.key))
        at_work.insert(lock.tool->name);
  };
  connection.ask({running_migrations_sql, {text_array(keys), text_array(oids)}, read});
  return at_work;
}

void note_tools_at_work(const std::set<std::string_view>& tools, Source& source) {
  if (tools.empty()) return;
  source.notice = "a migration is running now (";
  for (const std::string_view tool : tools) source.notice.append(tool == *tools.begin() ? "" : ", ").append(tool);
  source.notice += ")";
}

}  // namespace

void read_history(Connection& connection, const ReadOptions& options, Source& source) {
  source.histories.clear();
  std::vector<FoundTable> tables;
  std::string refusal;  // ends the transaction, so that nothing behind it can be read
  try {
    tables = find_tables(connection, options);
    note_tools_at_work(read_tools_at_work(connection, source.database, tables), source);
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
