#include <pgplumb/history/timeline.h>

#include <algorithm>
#include <map>

#include "history/coverage.h"
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

/// Of a history that several projects share, those of the others have their files elsewhere.
bool is_of_other_project(const HistoryRecord& record, const HistoryTool& tool, const std::vector<TimelineRow>& rows) {
  if (!tool.part_of || rows.empty()) return false;
  const std::string_view part = tool.part_of(record.key);
  return std::none_of(rows.begin(), rows.end(), [&](const TimelineRow& row) {
    const std::string key = row.migration ? tool.key_of(*row.migration) : row.record->key;
    return tool.part_of(key) == part;
  });
}

/// What ran though its file is not here, each behind the one that ran before it.
void insert_without_file(const HistoryTable& table, std::vector<TimelineRow>& rows) {
  std::size_t behind = 0;
  for (const auto& record : table.records) {
    const auto known = std::find_if(rows.begin(), rows.end(),
                                    [&](const TimelineRow& row) { return row.record && row.record->key == record.key; });
    if (known != rows.end()) {
      behind = static_cast<std::size_t>(known - rows.begin()) + 1;
    } else if (record.state != HistoryRecord::State::rolled_back && !is_of_other_project(record, *table.tool, rows)) {
      TimelineRow row;
      row.record = &record;
      rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(behind++), std::move(row));
    }
  }
}

/// A file whose record only follows from a later version, and of which nothing is there, did not run.
bool was_passed_over(const TimelineRow& row, const HistoryTool& tool, std::span<const TimelineRow> rows) {
  if (!row.migration || !tool.passes_over) return false;
  if (row.is_record_derived) return row.effect.state() == NetEffect::State::absent;
  return row.is_pending() && tool.passes_over(*row.migration, rows);
}

/// What ran before the record of the same project.
const HistoryRecord* record_before(const HistoryRecord& record, const HistoryTable& table) {
  const HistoryRecord* before = nullptr;
  for (const HistoryRecord& one : table.records) {
    if (&one == &record) break;
    if (!table.tool->part_of || table.tool->part_of(one.key) == table.tool->part_of(record.key)) before = &one;
  }
  return before;
}

Edit find_any_edit(const HistoryTable& table, const CheckedFile& file, const HistoryRecord& record,
                   const FormerTexts& former_texts) {
  const HistoryTool& tool = *table.tool;
  Edit edit = find_edit(tool, file, record, former_texts);
  if (!tool.check_plan || edit.kind == Edit::Kind::contents) return edit;
  std::string what = tool.check_plan(file, record, record_before(record, table));
  return what.empty() ? edit : Edit{Edit::Kind::plan, std::move(what), {}};
}

void check_edits(const HistoryTable& table, std::span<const Migration> migrations, const FormerTexts& former_texts,
                 std::vector<TimelineRow>& rows) {
  bool is_preceded_by_unchanged = false;
  for (TimelineRow& row : rows) {
    if (row.is_applied()) {
      const auto earlier = migrations.first(static_cast<std::size_t>(row.migration - migrations.data()));
      const CheckedFile file{*row.migration, row.migration->text, earlier, is_preceded_by_unchanged};
      row.edit = find_any_edit(table, file, *row.record, former_texts);
    }
    is_preceded_by_unchanged = row.edit.kind == Edit::Kind::none;
  }
}

void match_records(Timeline& timeline, std::span<const Migration> migrations, const FormerTexts& former_texts) {
  const HistoryTool& tool = *timeline.table->tool;
  const Records records = records_by_key(timeline.table->records);
  for (TimelineRow& row : timeline.rows)
    if (const auto found = records.find(tool.key_of(*row.migration)); found != records.end()) row.record = found->second;
  check_edits(*timeline.table, migrations, former_texts, timeline.rows);
  cover_earlier(timeline);
  for (TimelineRow& row : timeline.rows) row.will_never_run = was_passed_over(row, tool, timeline.rows);
  insert_without_file(*timeline.table, timeline.rows);
}

}  // namespace

Standing Timeline::standing_of(const TimelineRow& row) const {
  if (!table) return Standing::no_history;
  if (!table->was_read()) return Standing::unreadable;
  if (row.is_uncertain) return Standing::uncertain;
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

namespace {

/// What ran made what it states, whatever that is called by now.
void measure_again(const Catalog& migrations, const Catalog& database, const OtherNames& other_names,
                   std::vector<TimelineRow>& rows) {
  std::vector<NetEffect> effects = measure_net_effects(migrations, &database, other_names);
  for (TimelineRow& row : rows)
    if (row.migration && row.is_applied())
      row.effect = std::move(effects[static_cast<std::size_t>(row.migration - migrations.migrations.data())]);
}

}  // namespace

Timeline trace_history(const Catalog* migrations, std::string_view layout, const Catalog* database,
                       std::span<const HistoryTable> tables, const FormerTexts& former_texts, const OtherNames& other_names) {
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
  if (timeline.has_records()) match_records(timeline, migrations->migrations, former_texts);
  if (timeline.has_records() && other_names) measure_again(*migrations, *database, other_names, timeline.rows);
  return timeline;
}

}  // namespace pgplumb
