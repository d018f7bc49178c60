#include <pgplumb/error.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "commands/command.h"
#include "commands/gather.h"
#include "commands/render.h"

namespace pgplumb {

namespace {

bool has(const Gathered& gathered, Role role) {
  return std::any_of(gathered.sources.begin(), gathered.sources.end(), [&](const Source& one) { return one.role == role; });
}

/// Files alone say nothing of what ran.
void insist_on_a_history(const Gathered& gathered) {
  if (has(gathered, Role::database) || !gathered.errors.empty()) return;
  throw Error("the database was not looked at, so nothing is known of what ran", {}, "give --database, or DATABASE_URL");
}

/// Why nothing can be said of what ran; none where it can.
std::optional<Error> what_is_unknown(const HistoryReport& history) {
  if (history.table.empty())
    return Error("the database has no history table of a migration tool that knows these files", {},
                 "what of each file is there stands above; pgplumb check compares the rest");
  if (!history.unreadable_because.empty())
    return Error(history.table + " cannot be read: " + history.unreadable_because, {},
                 "GRANT SELECT on it to the role that pgplumb uses");
  if (std::any_of(history.entries.begin(), history.entries.end(),
                  [](const HistoryEntry& entry) { return entry.record == "unknown"; }))
    return Error(history.table + " has come to a version that no file here has", {},
                 "look at it from the branch that has that version, or merge that one");
  return std::nullopt;
}

/// No green end where what ran is not known.
void refuse_unknown(CheckResult& result) {
  if (!result.history || !result.errors.empty()) return;
  if (auto error = what_is_unknown(*result.history)) {
    result.checked = false;
    result.errors.push_back(*std::move(error));
  }
}

std::string rendered(const CheckResult& result, const OutputOptions& output, const Destination& destination) {
  const ReportOptions options = report_options(output, destination);
  const bool is_text = destination.format->name == "text";
  return is_text ? render_history_as_text(result, options) : destination.format->render(result, options);
}

}  // namespace

std::function<ExitCode()> prepare_history(CommandLine& line) {
  auto sources = std::make_shared<SourceOptions>();
  auto output = std::make_shared<OutputOptions>();
  add_source_options(line, *sources, true);
  add_output_options(line, *output);
  return [sources, output] {
    const auto wanted = destinations(*output);
    const Gathered gathered = gather(requests_of(*sources), *sources);
    insist_on_requirements(gathered, *sources);
    insist_on_a_history(gathered);
    CheckResult result;
    result.sources = gathered.summaries;
    result.errors = gathered.errors;
    result.checked = has(gathered, Role::database);
    judge_history(gathered.views(), result);
    refuse_unknown(result);
    result.failed = std::any_of(result.findings.begin(), result.findings.end(),
                                [&](const Finding& one) { return fails(one.severity, output->fail_on); });
    for (const Destination& destination : wanted) write_to(destination, rendered(result, *output, destination));
    return static_cast<ExitCode>(result.exit_code());
  };
}

}  // namespace pgplumb
