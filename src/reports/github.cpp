// Workflow commands of GitHub Actions: an annotation at the line that is wrong.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions

#include <fmt/format.h>

#include <algorithm>

#include "reports/formats.h"
#include "reports/incident_words.h"
#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

/// GitHub shows no more than ten annotations of one kind for a step.
constexpr std::size_t most_annotations = 10;

// As escapeData and escapeProperty of GitHub's toolkit (packages/core/src/command.ts).
std::string escaped(std::string_view text, std::string_view also) {
  std::string safe;
  for (char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || also.find(c) != std::string_view::npos;
    safe += special ? fmt::format("%{:02X}", c) : std::string(1, c);
  }
  return safe;
}
std::string escaped_message(std::string_view text) { return escaped(text, ""); }
std::string escaped_property(std::string_view text) { return escaped(neutralise(text), ":,"); }

/// An annotation; `message` has neutralised lines.
std::string annotation(std::string_view command, const Position& at, std::string_view title, std::string_view message) {
  std::string properties;
  if (at) properties += "file=" + escaped_property(*at.file) + ",";
  if (at && at.line) properties += fmt::format("line={},", at.line);
  if (at && at.line && at.column) properties += fmt::format("col={},", at.column);
  return fmt::format("::{} {}title={}::{}\n", command, properties, escaped_property(title), escaped_message(message));
}

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "notice";
}

/// Where to look: at what is out of line, else at whatever a file says.
Position place_of(const Finding& finding) {
  Position place;
  for (const Statement& statement : finding.says) {
    if (statement.at && is_out_of_line(finding, statement)) return statement.at;
    if (!place) place = statement.at;
  }
  return place;
}

std::string neutralised_lines(std::string_view text) {
  std::string lines;
  for (std::size_t end; (end = text.find('\n')) != std::string_view::npos; text.remove_prefix(end + 1)) {
    lines += neutralise(text.substr(0, end)) + "\n";
  }
  return lines + neutralise(text);
}

/// What mends the whole cause goes before what mends this finding alone; null where nothing does.
const Fix* first_fix(const CheckResult& result, std::size_t finding) {
  for (const FindingGroup& group : result.groups) {
    const bool has_it = std::find(group.findings.begin(), group.findings.end(), finding) != group.findings.end();
    if (has_it && !group.fixes.empty()) return &group.fixes.front();
  }
  const auto& fixes = result.findings[finding].fixes;
  return fixes.empty() ? nullptr : &fixes.front();
}

std::string message_of(const Finding& finding, const Fix* fix) {
  std::string message = neutralise(finding.message);
  if (finding.verdict) message += "\nwrong: " + neutralise(verdict_in_words(*finding.verdict));
  if (finding.consequence) message += "\nbreaks: " + neutralise(what_breaks(*finding.consequence));
  if (fix) message += "\nfix: " + neutralised_lines(fix->sql.empty() ? fix->text : fix->sql);
  return message;
}

std::string closing_lines(const CheckResult& result, const ReportOptions& options) {
  Page page(options.width);
  write_closing(page, result, {.verbose = options.verbose});
  return page.text();
}

std::string rendered_errors(const CheckResult& result) {
  std::string text;
  for (const Error& error : result.errors) {
    const std::string hint = error.hint().empty() ? "" : "\n" + neutralise(error.hint());
    text += annotation("error", error.at(), "pgplumb", neutralise(error.message()) + hint);
  }
  return text;
}

std::string render(const CheckResult& result, const ReportOptions& options) {
  std::string text = rendered_errors(result);
  const std::size_t shown = std::min(result.findings.size(), most_annotations);
  for (std::size_t i = 0; i < shown; ++i) {
    const Finding& finding = result.findings[i];
    text += annotation(command_of(finding.severity), place_of(finding), "pgplumb " + std::string(finding.rule),
                       message_of(finding, first_fix(result, i)));
  }
  const std::size_t rest = result.findings.size() - shown;
  if (rest > 0)
    text += annotation("notice", {}, "pgplumb", "and " + counted(rest, "more finding") + ": pgplumb check lists them");
  return text + closing_lines(result, options);
}

std::string headline_of(const Incident& incident) {
  if (incident.causes.empty()) return error_in_words(incident.error) + "; the sources show no cause";
  return incident.causes.front().headline;
}

std::string message_of(const Incident& incident) {
  std::string message = neutralise(headline_of(incident));
  if (incident.causes.empty()) return message;
  for (const NextStep& step : incident.causes.front().next_steps) {
    if (step.kind == "do") message += "\ndo: " + neutralised_lines(step.text);
  }
  return message;
}

std::string render_incidents(const std::vector<Incident>& incidents, const CheckResult& sources, const ReportOptions&) {
  std::string text = rendered_errors(sources);
  for (const Incident& incident : incidents) {
    const Position at = incident.causes.empty() ? Position{} : incident.causes.front().at;
    text += annotation("error", at, "pgplumb explain", message_of(incident));
  }
  return text;
}

}  // namespace

Format github_format() { return {"github", "annotations for GitHub Actions, the worst 10", render, render_incidents}; }

}  // namespace pgplumb::reports
