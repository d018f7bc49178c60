#include <algorithm>
#include <array>
#include <utility>

#include "reports/incident_words.h"
#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

constexpr std::size_t short_below = 60;  // columns

void write_steps(Entries& entries, const std::vector<NextStep>& steps) {
  std::string_view last_kind;
  for (const NextStep& step : steps) {
    entries.lines(step.kind == last_kind ? "" : neutralise(step.kind), step.text);
    last_kind = step.kind;
  }
}

/// A reason is one sentence, or a witness and what it says with a tab between them; those stand in two columns.
void write_reasons(Page& page, const Cause& cause, const std::string& margin, std::size_t label_width) {
  constexpr std::size_t widest_witness = 40;
  std::size_t witness_width = 0;
  for (const std::string& reason : cause.because) {
    const std::size_t tab = reason.find('\t');
    if (tab != std::string::npos && tab <= widest_witness)
      witness_width = std::max(witness_width, width_of(reason.substr(0, tab)) + 3);
  }
  std::string label = "why";
  for (const std::string& reason : cause.because) {
    const std::string lead = margin + padded(std::exchange(label, ""), label_width);
    const std::size_t tab = reason.find('\t');
    if (tab == std::string::npos) {
      page.prose(lead, reason);
    } else if (tab > widest_witness) {
      page.whole(lead, reason.substr(0, tab));
      page.prose(std::string(width_of(lead) + 2, ' '), reason.substr(tab + 1));
    } else {
      page.prose(lead + padded(neutralise(reason.substr(0, tab)), witness_width), reason.substr(tab + 1));
    }
  }
}

void write_all(Entries& entries, std::string label, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) entries.prose(std::exchange(label, ""), text);
}

/// "312 times, 03:02:11 to 03:09:40", and what came of it.
void write_seen(Entries& entries, const ErrorReport& error) {
  const std::string seen = seen_in_words(error);
  if (!seen.empty()) entries.prose("seen", seen);
  if (error.dragged_along == 0) return;
  const std::string others = with_commas(error.dragged_along) + " InFailedSqlTransaction (25P02) that it dragged along:";
  entries.prose(seen.empty() ? "seen" : "", (seen.empty() ? "" : "and ") + others);
  entries.prose("", "the session was never rolled back after the first error");
}

void write_less_likely(Page& page, const Incident& incident, const std::string& margin, std::size_t label_width) {
  Entries entries(page, margin, label_width);
  for (std::size_t i = 1; i < incident.causes.size(); ++i) {
    const Cause& cause = incident.causes[i];
    page.blank();
    page.prose(margin + padded("or", label_width), cause.headline, confidence_name(cause.confidence));
    if (cause.at) entries.whole("", cause.at.text());
    write_steps(entries, cause.next_steps);
  }
}

void write_diagnosis(Page& page, const Incident& incident, const std::string& lead, const std::string& margin) {
  constexpr std::size_t label_width = 9;  // "confirm" and two spaces
  const Cause& cause = incident.causes.front();
  page.prose(lead, cause.headline, confidence_name(cause.confidence));
  page.blank();
  Entries entries(page, margin, label_width);
  write_steps(entries, cause.next_steps);
  page.blank();
  write_reasons(page, cause, margin, label_width);
  write_all(entries, "also", incident.also);
  write_seen(entries, incident.error);
  write_less_likely(page, incident, margin, label_width);
}

/// Where the message does not say which object it is about: every object that it could be.
void write_candidates(Page& page, const Incident& incident, const std::string& lead, const std::string& margin) {
  constexpr std::size_t label_width = 12;  // "candidates" and two spaces
  page.prose(lead, error_in_words(incident.error) + "; this line does not say which.");
  page.blank();
  Entries entries(page, margin, label_width);
  if (incident.causes.empty()) entries.prose("candidates", "none: nothing that the sources state is missing");
  std::string label = "candidates";
  std::vector<NextStep> steps;
  for (const Cause& cause : incident.causes) {
    entries.prose(std::exchange(label, ""), cause.headline);
    if (cause.at) entries.whole("", cause.at.text());
    steps.insert(steps.end(), cause.next_steps.begin(), cause.next_steps.end());
  }
  write_all(entries, "checked", incident.also);
  std::stable_sort(steps.begin(), steps.end(),
                   [](const NextStep& a, const NextStep& b) { return a.kind == "do" && b.kind != "do"; });
  write_steps(entries, steps);
  write_seen(entries, incident.error);
}

void write_undiagnosed(Page& page, const Incident& incident, const std::string& lead, const std::string& margin) {
  page.prose(lead, error_in_words(incident.error) + "; the sources show no cause.");
  page.blank();
  Entries entries(page, margin, 9);
  write_all(entries, "checked", incident.also);
  write_seen(entries, incident.error);
}

/// For a narrow page: what, what to do, since when, where.
void write_shortly(Page& page, const Incident& incident, const std::string& lead, const std::string& margin) {
  const Cause& cause = incident.causes.front();
  page.prose(lead, cause.headline);
  page.blank();
  for (const NextStep& step : cause.next_steps) {
    if (step.kind == "do") page.lines(margin, step.text);
  }
  page.blank();
  const std::string seen = seen_in_words(incident.error);
  if (!seen.empty()) page.prose(margin, seen);
  if (cause.at) page.whole(margin, cause.at.text());
}

void write_incident(Page& page, const Incident& incident, const std::string& lead, const std::string& margin) {
  if (!names_its_object(incident.error)) return write_candidates(page, incident, lead, margin);
  if (incident.causes.empty()) return write_undiagnosed(page, incident, lead, margin);
  if (page.width() < short_below) return write_shortly(page, incident, lead, margin);
  write_diagnosis(page, incident, lead, margin);
}

}  // namespace

std::string render_incidents_as_text(const std::vector<Incident>& incidents, const CheckResult& sources,
                                     const ReportOptions& options) {
  Page page(options.width);
  if (incidents.empty()) page.prose("", "No error of PostgreSQL or Prisma is in this text.");
  std::size_t number = 0;
  for (const Incident& incident : incidents) {
    const std::string lead = incidents.size() > 1 ? std::to_string(++number) + "  " : "";
    page.blank();
    write_incident(page, incident, lead, std::string(lead.size(), ' '));
  }
  page.blank();
  write_missing_sources(page, sources);
  write_errors(page, sources);
  return page.text();
}

}  // namespace pgplumb::reports
