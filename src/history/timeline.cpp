#include <pgplumb/history/timeline.h>

#include <algorithm>
#include <map>

#include "history/edits.h"
#include "history/tool.h"

namespace pgplumb {

namespace {

using Records = std::map<std::string, const HistoryRecord*, std::less<>>;

/// Of several records of one migration the last that was not rolled back counts.
Records records_by_key(const std::vector<HistoryRecord>& records) {
  Records by_key;
  for (const HistoryRecord& record : records) {
    const auto [place, is_new] = by_key.try_emplace(record.key, &record);
    if (!is_new && record.state != HistoryRecord::State::rolled_back) place->second = &record;
  }
  return by_key;
}

std::size_t count_matches(const HistoryTable& table, std::span<const Migration> migrations) {
  const Records records = records_by_key(table.records);
  return static_cast<std::size_t>(std::count_if(migrations.begin(), migrations.end(), [&](const Migration& migration) {
    return records.contains(table.tool->key_of(migration));
  }));
}

/// Null where none of the tables knows any of the files and none is of the layout's tool.
const HistoryTable* choose_table(std::span<const HistoryTable> tables, std::span<const Migration> migrations,
                                 std::string_view layout) {
  const HistoryTable* chosen = nullptr;
  std::pair<bool, std::size_t> best{false, 0};
  for (const HistoryTable& table : tables) {
    const std::pair<bool, std::size_t> fit{!layout.empty() && table.tool->layout == layout, count_matches(table, migrations)};
    if (fit > best) {
      best = fit;
      chosen = &table;
    }
  }
  return chosen;
}

/// What ran though its file is not here, each behind the one that ran before it.
void insert_without_file(const HistoryTable& table, std::vector<TimelineRow>& rows) {
  std::size_t behind = 0;
  for (const auto& record : table.records) {
    const auto known = std::find_if(rows.begin(), rows.end(),
                                    [&](const TimelineRow& row) { return row.record && row.record->key == record.key; });
    if (known != rows.end()) {
      behind = static_cast<std::size_t>(known - rows.begin()) + 1;
    } else if (record.state != HistoryRecord::State::rolled_back) {
      TimelineRow row;
      row.record = &record;
      rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(behind++), std::move(row));
    }
  }
}

/// A record that covers what came before it: a tool's one version, a baseline.
void cover_earlier(Timeline& timeline, std::vector<TimelineRow>& rows) {
  const auto covering = std::find_if(rows.rbegin(), rows.rend(), [](const TimelineRow& row) {
    return row.record && row.record->covers_earlier && row.record->state != HistoryRecord::State::rolled_back;
  });
  if (covering == rows.rend()) return;
  for (auto row = covering + 1; row != rows.rend(); ++row) {
    if (row->record) continue;
    HistoryRecord& record = timeline.derived.emplace_back();
    record.key = record.name = row->migration->name;
    record.only_marked = covering->record->only_marked;
    row->record = &record;
    row->is_record_derived = true;
  }
}

/// A file whose record only follows from a later version, and of which nothing is there, did not run.
bool was_passed_over(const TimelineRow& row, const HistoryTool& tool, std::span<const TimelineRow> rows) {
  if (!row.migration || !tool.passes_over) return false;
  if (row.is_record_derived) return row.effect.state() == NetEffect::State::absent;
  return row.is_pending() && tool.passes_over(*row.migration, rows);
}

void check_edits(const HistoryTool& tool, std::span<const Migration> migrations, std::vector<TimelineRow>& rows) {
  bool is_preceded_by_unchanged = false;
  for (TimelineRow& row : rows) {
    if (row.is_applied() && !row.is_record_derived) {
      const auto earlier = migrations.first(static_cast<std::size_t>(row.migration - migrations.data()));
      row.edit = find_edit(tool, {*row.migration, row.migration->text, earlier, is_preceded_by_unchanged}, *row.record);
    }
    is_preceded_by_unchanged = row.edit.kind == Edit::Kind::none;
  }
}

void match_records(Timeline& timeline, std::span<const Migration> migrations) {
  const HistoryTool& tool = *timeline.table->tool;
  const Records records = records_by_key(timeline.table->records);
  for (TimelineRow& row : timeline.rows)
    if (const auto found = records.find(tool.key_of(*row.migration)); found != records.end()) row.record = found->second;
  check_edits(tool, migrations, timeline.rows);
  cover_earlier(timeline, timeline.rows);
  for (TimelineRow& row : timeline.rows) row.will_never_run = was_passed_over(row, tool, timeline.rows);
  insert_without_file(*timeline.table, timeline.rows);
}

}  // namespace

Standing Timeline::standing_of(const TimelineRow& row) const {
  if (!table) return Standing::no_history;
  if (!table->was_read()) return Standing::unreadable;
  if (!row.record) return Standing::pending;
  switch (row.record->state) {
    case HistoryRecord::State::applied:
      return Standing::applied;
    case HistoryRecord::State::failed:
      return Standing::failed;
    case HistoryRecord::State::rolled_back:
      break;
  }
  return Standing::rolled_back;
}

Timeline trace_history(const Catalog* migrations, std::string_view layout, const Catalog* database,
                       std::span<const HistoryTable> tables) {
  Timeline timeline;
  if (!migrations) {
    if (tables.empty()) return timeline;
    timeline.table = &tables.front();
    insert_without_file(*timeline.table, timeline.rows);
    return timeline;
  }
  timeline.table = choose_table(tables, migrations->migrations, layout);
  std::vector<NetEffect> effects = measure_net_effects(*migrations, database);
  for (std::size_t i = 0; i < effects.size(); ++i) {
    TimelineRow& row = timeline.rows.emplace_back();
    row.migration = &migrations->migrations[i];
    row.effect = std::move(effects[i]);
  }
  if (timeline.has_records()) match_records(timeline, migrations->migrations);
  return timeline;
}

}  // namespace pgplumb
