#include "findings/migrations/migration_findings.h"

#include <fmt/format.h>
#include <pgplumb/findings/shell_word.h>

#include <algorithm>
#include <array>

#include "findings/migrations/migration_words.h"
#include "history/tool.h"

namespace pgplumb {

namespace {

using State = NetEffect::State;

/// One migration, and who knows of it.
struct Situation {
  const TimelineRow& row;
  const HistoryTable& table;
  const HistoryTool& tool;
  const Provenance& provenance;

  const NetEffect& effect() const { return row.effect; }
  /// It will run, and its tool will record it.
  bool is_to_run() const {
    return runs_again(row) || (row.is_pending() && !row.will_never_run && !tool.key_of(*row.migration).empty());
  }
  /// That would stop it.
  bool is_in_its_own_way() const { return !row.is_applied() && effect().has_created_anything(); }
  std::string command(std::string_view text) const { return command_for(text, row, tool); }
};

/// One way in which a migration is not as it should be. The functions are asked only where `applies`.
struct Way {
  std::string_view rule;
  bool is_of_file;  ///< the file is out of line, not the database
  bool (*applies)(const Situation&);
  Severity (*severity)(const Situation&);
  std::string (*message)(const Situation&);
  std::string (*consequence)(const Situation&);
  std::vector<std::string> (*commands)(const Situation&);  ///< each a fix; those of several lines belong together
};

Severity error(const Situation&) { return Severity::error; }
Severity warning(const Situation&) { return Severity::warning; }
Severity info(const Situation&) { return Severity::info; }
std::vector<std::string> none(const Situation&) { return {}; }

/// What the server said, in what the tool noted of it; else the first line of that.
std::string reason_in(const std::string& noted) {
  const std::size_t error = noted.find("ERROR:");
  const std::string from = error == std::string::npos ? noted : noted.substr(error);
  const std::string line = from.substr(0, from.find('\n'));
  return line.empty() ? line : ": " + line;
}

std::string deploy(const Situation& one) {
  const Source* migrations = one.provenance.migrations();
  return apply_command(one.tool, migrations ? migrations->place.display : ".");
}
std::vector<std::string> apply(const Situation& one) { return {deploy(one)}; }

/// What is there must not run again, what is not there must not be recorded.
std::vector<std::string> resolve(const Situation& one) {
  const std::string applied = one.command(one.tool.mark_applied), rolled_back = one.command(one.tool.mark_rolled_back);
  const std::string again = rolled_back.empty() ? "" : rolled_back + "\n" + deploy(one);
  switch (one.effect().state()) {
    case State::there:
    case State::partly:
      return {applied};
    case State::absent:
      return {again};
    default:
      return {again, applied};  // whether it did anything cannot be seen
  }
}

std::vector<std::string> mark_applied(const Situation& one) {
  if (one.effect().state() == State::there) return {one.command(one.tool.mark_applied)};
  return {};
}

/// The file as it ran, where git has it.
std::vector<std::string> take_back(const Situation& one) {
  if (one.row.edit.revision.empty()) return {};
  return {"git restore --source=" + one.row.edit.revision + " -- " + shell_word(*one.row.migration->file)};
}

std::string lacking(const Situation& one) {
  return one.effect().state() == State::absent ? "nothing of it is there"
                                               : "not all of it is there: " + list_changes(one.effect(), false);
}

/// Integrity or speed suffers where keys and indexes are lacking; statements fail where anything else is.
Severity severity_of_absence(const Situation& one) {
  const auto& changes = one.effect().changes;
  const bool all_slight = std::all_of(changes.begin(), changes.end(), [](const Change& change) {
    return change.is_there || change.kind == "index" || change.kind == "foreign key" || change.verb == Event::Verb::dropped;
  });
  return all_slight ? Severity::warning : Severity::error;
}

constexpr std::array ways{
    Way{"failed-migration", false, [](const Situation& one) { return one.row.has_failed(); }, error,
        [](const Situation& one) {
          return "migration " + one.row.name() + " failed in this database" + on_date(*one.row.record) +
                 reason_in(one.row.record->detail);
        },
        [](const Situation& one) { return std::string(one.tool.on_failed); }, resolve},
    Way{"skipped-migration", false, [](const Situation& one) { return one.row.will_never_run; }, error,
        [](const Situation& one) {
          return "migration " + one.row.name() + " did not run on this database, and will not: one behind it ran before it";
        },
        [](const Situation& one) { return std::string(one.tool.on_late); }, none},
    Way{"present-without-record", false, [](const Situation& one) { return one.is_to_run() && one.is_in_its_own_way(); }, warning,
        [](const Situation& one) {
          return fmt::format("migration {} is not in {}, but {}", one.row.name(), one.table.display(),
                             how_much_is_there(one.effect()));
        },
        [](const Situation&) { return std::string("the next deploy, at what is there already (42P07, 42701, 42710)"); },
        mark_applied},
    Way{"pending-migration", false, [](const Situation& one) { return one.is_to_run() && !one.is_in_its_own_way(); }, info,
        [](const Situation& one) {
          if (runs_again(one.row))
            return "migration " + one.row.name() + " has changed since it ran" + on_date(*one.row.record) + ", so it runs again";
          const std::string again = one.row.record ? ": it was rolled back" + on_date(*one.row.record) : "";
          return "migration " + one.row.name() + " has not run on this database" + again;
        },
        [](const Situation&) { return std::string(); }, apply},
    Way{"recorded-but-absent", false,
        [](const Situation& one) {
          const State state = one.effect().state();
          return one.row.is_applied() && !one.row.will_never_run && !runs_again(one.row) &&
                 (state == State::absent || state == State::partly);
        },
        severity_of_absence,
        [](const Situation& one) {
          const HistoryRecord& record = *one.row.record;
          return fmt::format("migration {} is recorded as applied{}, but {}", one.row.name(), on_date(record), lacking(one));
        },
        [](const Situation&) { return std::string("it is not run again, for it counts as applied"); }, none},
    Way{"edited-migration", true, [](const Situation& one) { return one.row.is_edited(); }, warning,
        [](const Situation& one) {
          const Edit& edit = one.row.edit;
          return "migration " + one.row.name() + " was edited since it ran" + on_date(*one.row.record) + ": " +
                 (edit.kind == Edit::Kind::form ? "only " : "") + edit_in_words(edit);
        },
        [](const Situation& one) {
          return std::string(one.row.edit.kind == Edit::Kind::plan ? one.tool.on_plan_edited : one.tool.on_edited);
        },
        take_back},
    Way{"missing-migration-file", true,
        [](const Situation& one) { return one.row.is_applied() && !one.row.migration && one.provenance.migrations(); }, warning,
        [](const Situation& one) {
          return "migration " + one.row.name() + " ran" + on_date(*one.row.record) + ", but its file is not here";
        },
        [](const Situation& one) { return std::string(one.tool.on_missing_file); }, none},
};

Position begin_of(const Migration& migration) {
  return {migration.file, migration.lines.empty() ? 1 : migration.lines.front().first, 1};
}

std::string record_in_words(const Situation& one) {
  if (!one.row.record) return "not in " + one.table.display();
  switch (one.row.record->state) {
    case HistoryRecord::State::failed:
      return "failed" + on_date(*one.row.record);
    case HistoryRecord::State::rolled_back:
      return "rolled back" + on_date(*one.row.record);
    case HistoryRecord::State::applied:
      break;
  }
  return (one.row.record->only_marked ? "marked as applied" : "applied") + on_date(*one.row.record);
}

std::vector<Statement> says(const Situation& one) {
  std::vector<Statement> said;
  if (const Source* migrations = one.provenance.migrations()) {
    const Migration* migration = one.row.migration;
    said.push_back({migrations->id, migration ? "value" : "absent", migration ? migration->name : "",
                    migration ? begin_of(*migration) : Position{}, ""});
  }
  said.push_back(
      {one.provenance.database()->id, one.row.record ? "value" : "absent", one.row.record ? record_in_words(one) : "", {}, ""});
  return said;
}

Verdict verdict_of(const Situation& one, const Way& way) {
  Verdict verdict;
  const Source* blamed = way.is_of_file ? one.provenance.migrations() : one.provenance.database();
  verdict.out_of_line = {blamed->id};
  verdict.because = {record_in_words(one)};
  if (one.row.has_failed() && !one.row.record->detail.empty()) verdict.because.back() += reason_in(one.row.record->detail);
  const bool shows_effect = !way.is_of_file && one.row.migration && !one.effect().changes.empty();
  if (shows_effect) verdict.because.push_back(how_much_is_there(one.effect()));
  if (shows_effect && one.effect().state() == State::partly)
    verdict.because.back() += " (" + list_changes(one.effect(), true) + "), not " + list_changes(one.effect(), false);
  if (one.row.is_applied() && one.row.record->only_marked && !way.is_of_file) verdict.because.push_back("it never ran");
  return verdict;
}

JudgedMigration judge_one(const Situation& one, const Way& way) {
  Finding finding;
  finding.rule = way.rule;
  finding.severity = way.severity(one);
  finding.object = FindingObject{"migration", "", one.row.name(), ""};
  finding.message = way.message(one);
  finding.says = says(one);
  finding.verdict = verdict_of(one, way);
  if (std::string text = way.consequence(one); !text.empty()) finding.consequence = Consequence{"", "", std::move(text)};
  for (std::string& command : way.commands(one))
    if (!command.empty()) finding.fixes.push_back({"command", std::move(command), "", {}, {}});
  finding.cause = way.is_of_file ? file_cause(one.row.name()) : migration_cause(one.row.name());
  CauseKey cause{finding.cause, way.is_of_file ? finding.message : headline_of(one.row),
                 one.row.migration ? begin_of(*one.row.migration) : Position{}};
  const bool must_be_completed_first = one.row.has_failed() && one.effect().state() == State::partly;
  if (must_be_completed_first) cause.afterwards = one.command(one.tool.mark_applied);
  return {std::move(finding), std::move(cause)};
}

}  // namespace

std::vector<JudgedMigration> judge_migrations(const Provenance& provenance) {
  std::vector<JudgedMigration> judged;
  const HistoryTable* table = provenance.history();
  if (!table) return judged;
  for (const TimelineRow& row : provenance.timeline().rows) {
    const Situation one{row, *table, *table->tool, provenance};
    for (const Way& way : ways)
      if (way.applies(one)) judged.push_back(judge_one(one, way));
  }
  return judged;
}

}  // namespace pgplumb
