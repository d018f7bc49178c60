#include "commands/report_check.h"

#include <algorithm>

namespace pgplumb {

namespace {

/// A clean bill is never given for what was not looked at.
void refuse_nothing(const Gathered& gathered, CheckResult& result) {
  if (gathered.sources.size() < 2) {
    result.checked = false;
    if (!result.errors.empty()) return;
    const std::string only =
        gathered.sources.empty() ? "no source was found" : "only the " + gathered.sources.front().id + " was found";
    result.errors.emplace_back("nothing to compare: " + only, Position{},
                               "name at least two of --model, --migrations and --database");
  } else if (result.compared == 0) {
    result.checked = false;
    result.errors.emplace_back("nothing was compared: the sources have no object in common that they speak of", Position{},
                               "check --schema, and that the places belong together");
  }
}

}  // namespace

ExitCode report_check(const Gathered& gathered, const CompareOptions& compare_options, const OutputOptions& output,
                      const std::vector<Destination>& wanted) {
  CheckResult result;
  result.sources = gathered.summaries;
  result.errors = gathered.errors;
  if (gathered.sources.size() >= 2) judge(compare(gathered.views(), compare_options), gathered.views(), result);
  refuse_nothing(gathered, result);
  result.failed = std::any_of(result.findings.begin(), result.findings.end(),
                              [&](const Finding& one) { return fails(one.severity, output.fail_on); });
  for (const Destination& destination : wanted)
    write_to(destination, destination.format->render(result, report_options(output, destination)));
  return static_cast<ExitCode>(result.exit_code());
}

}  // namespace pgplumb
