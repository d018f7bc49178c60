#include "findings/migrations/migration_words.h"

#include <fmt/format.h>
#include <pgplumb/findings/shell_word.h>

#include <algorithm>

#include "history/tool.h"

namespace pgplumb {

std::string on_date(const HistoryRecord& record) { return record.applied_at.empty() ? "" : " on " + record.applied_at; }

std::string list_changes(const NetEffect& effect, bool is_there) {
  constexpr std::size_t most_shown = 5;
  std::string text;
  std::size_t count = 0;
  for (const Change& change : effect.changes)
    if (change.is_there == is_there && ++count <= most_shown) text += (text.empty() ? "" : ", ") + change.what;
  return count > most_shown ? text + fmt::format(" and {} more", count - most_shown) : text;
}

std::string how_much_is_there(const NetEffect& effect) {
  const std::size_t there = effect.count(true), all = effect.changes.size();
  if (there == 0) return "nothing of it is there";
  if (there == all) return all == 1 ? "its one change is there" : fmt::format("all its {} changes are there", all);
  return fmt::format("{} of its {} changes {} there", there, all, there == 1 ? "is" : "are");
}

std::string edit_in_words(const Edit& edit) {
  const std::string what = edit.kind == Edit::Kind::contents ? "its contents" : edit.what;
  return edit.revision.empty() ? what : what + " (what ran is in git at " + edit.revision + ")";
}

bool runs_again(const TimelineRow& row) { return row.is_applied() && row.edit.kind == Edit::Kind::runs_again; }

std::string migration_cause(const std::string& migration) { return "migration:" + migration; }

std::string file_cause(const std::string& migration) { return "migration-file:" + migration; }

std::string headline_of(const TimelineRow& row) {
  const std::string migration = "migration " + row.name();
  const bool partly = row.effect.state() == NetEffect::State::partly;
  if (row.will_never_run) return migration + " did not run on this database, and will not";
  if (row.has_failed()) return migration + " failed in this database";
  if (runs_again(row)) return migration + " has changed since it ran, and has not run again";
  if (row.is_applied())
    return migration + " is recorded as applied, but is " + (partly ? "there only in part" : "not in the database");
  return migration + (partly ? " is in the database only in part" : " is not in the database");
}

std::string command_for(std::string_view command, const TimelineRow& row, const HistoryTool& tool) {
  const std::string key = row.migration ? tool.key_of(*row.migration) : row.record->key;
  return command.empty() ? std::string() : fmt::format(fmt::runtime(command), shell_word(key));
}

}  // namespace pgplumb
