#include "findings/migrations/history_report.h"

#include <map>

#include "findings/migrations/migration_words.h"
#include "history/tool.h"

namespace pgplumb {

namespace {

std::string_view edit_name(Edit::Kind kind) {
  switch (kind) {
    case Edit::Kind::unknown:
      return "unknown";
    case Edit::Kind::none:
      return "none";
    case Edit::Kind::undecided:
      return "undecided";
    case Edit::Kind::runs_again:
      return "runs-again";
    case Edit::Kind::plan:
      return "plan";
    case Edit::Kind::form:
      return "form";
    case Edit::Kind::contents:
      break;
  }
  return "contents";
}

std::string_view record_name(Standing standing) {
  switch (standing) {
    case Standing::no_history:
    case Standing::unreadable:
      return "";
    case Standing::uncertain:
      return "unknown";
    case Standing::pending:
      return "none";
    case Standing::rolled_back:
      return "rolled-back";
    case Standing::applied:
      return "applied";
    case Standing::failed:
      break;
  }
  return "failed";
}

using FindingsByMigration = std::multimap<std::string_view, const Finding*>;

/// What each rule comes to in a table that names the migration beside it.
std::string in_short(const Finding& finding, const TimelineRow& row) {
  if (finding.rule == "failed-migration")
    return row.effect.changes.empty() ? "failed" : "failed; " + how_much_is_there(row.effect);
  if (finding.rule == "skipped-migration") return "will never run: one behind it ran before it";
  if (finding.rule == "present-without-record") return "no record, but " + how_much_is_there(row.effect);
  if (finding.rule == "pending-migration") {
    if (runs_again(row)) return "changed since: runs again";
    return row.record ? "pending again" : "pending";
  }
  if (finding.rule == "recorded-but-absent") {
    const std::string why = row.record->only_marked ? "only marked as applied: " : "";
    return why + (row.effect.count(true) == 0 ? "nothing of it is there" : "not there: " + list_changes(row.effect, false));
  }
  if (finding.rule == "edited-migration") return "edited since: " + edit_in_words(row.edit);
  return finding.rule == "missing-migration-file" ? "its file is not here" : std::string(finding.rule);
}

/// What the row comes to where no finding is about it.
std::string without_findings(const TimelineRow& row) {
  if (row.is_uncertain) return "cannot be told: the version that the database has come to is in no file here";
  if (!row.is_applied()) return {};
  std::string text = row.effect.state() == NetEffect::State::superseded ? "applied, undone by a later one" : "applied";
  if (row.edit.kind == Edit::Kind::undecided) text += "; whether it was edited cannot be told: " + row.edit.what;
  return text;
}

HistoryEntry entry_of(const TimelineRow& row, const Timeline& timeline, const FindingsByMigration& findings) {
  HistoryEntry entry;
  entry.name = row.name();
  if (row.migration) entry.file = *row.migration->file;
  entry.record = record_name(timeline.standing_of(row));
  if (row.record) entry.at = row.record->applied_at;
  entry.edit = edit_name(row.edit.kind);
  entry.effect = effect_name(row.effect.state());
  entry.meaning = without_findings(row);
  const auto [first, last] = findings.equal_range(row.name());
  for (auto found = first; found != last; ++found) {
    const Finding& finding = *found->second;
    entry.meaning = (entry.severity ? entry.meaning + "; " : "") + in_short(finding, row);
    if (!entry.severity || finding.severity < *entry.severity) entry.severity = finding.severity;
  }
  return entry;
}

}  // namespace

std::optional<HistoryReport> report_history(const Provenance& provenance, const std::vector<Finding>& findings) {
  const Timeline& timeline = provenance.timeline();
  if (!provenance.database()) return std::nullopt;
  FindingsByMigration by_name;
  for (const Finding& finding : findings)
    if (finding.object && finding.object->kind == "migration") by_name.emplace(finding.object->name, &finding);
  HistoryReport report;
  if (const HistoryTable* table = timeline.table)
    report = {std::string(table->tool->name), table->display(), table->unreadable_because, {}};
  for (const TimelineRow& row : timeline.rows) report.entries.push_back(entry_of(row, timeline, by_name));
  return report;
}

}  // namespace pgplumb
