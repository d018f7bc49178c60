// The parts of the text report, in the order in which they stand on the page.
#pragma once

#include <pgplumb/reports/report.h>

#include <string>
#include <vector>

#include "reports/text/page.h"
#include "reports/text/paint.h"

namespace pgplumb::reports {

/// Which sources were read, and which were not and why.
void write_sources(Page& page, const CheckResult& result);
/// Only those that were not read or not looked at.
void write_missing_sources(Page& page, const CheckResult& result);

/// The groups in their order, without those that have nothing beside the migrations that others tell of.
std::vector<const FindingGroup*> shown_groups(const CheckResult& result);
void write_groups(Page& page, const CheckResult& result, const ReportOptions& options);
/// One line for each group with an error.
void write_headlines_of_errors(Page& page, const CheckResult& result, const ReportOptions& options);

/// A finding that is the only one of its cause: what each source says, who is wrong, what breaks, what to do.
void write_finding(Page& page, const Finding& finding, const std::vector<Fix>& fixes_of_cause, const std::string& margin);
/// Findings with one cause: a table of what was expected and what is there. `column` is where the headline starts.
void write_group(Page& page, const CheckResult& result, const FindingGroup& group, const std::string& margin, std::size_t column,
                 bool verbose);
/// "fix", then "or", each with what is dangerous about it; a command behind an edit of the model belongs to that, and what is
/// left to be done by hand to the SQL before it.
void write_fixes(Entries& entries, const std::vector<Fix>& fixes);

/// How many schemas are alike, where several are held against one expectation.
void write_tenants(Page& page, const CheckResult& result, bool verbose);
/// What several models and the rest say side by side, and how each model stands; nothing without several models.
void write_matrix(Page& page, const CheckResult& result, bool verbose);
/// Each thing that was not compared, with its place and the reason.
void write_not_compared(Page& page, const CheckResult& result);
void write_errors(Page& page, const CheckResult& result);

/// The last lines of a report: the first starts with a word that says how it ended.
struct Closing {
  Style style;
  std::string word;  ///< PLUMB, AGREED, DRIFT, UNCHECKED
  std::vector<std::string> lines;
};
Closing closing_of(const CheckResult& result, bool verbose);
void write_closing(Page& page, const CheckResult& result, const ReportOptions& options);

/// The text report of explain.
std::string render_incidents_as_text(const std::vector<Incident>& incidents, const CheckResult& sources,
                                     const ReportOptions& options);

}  // namespace pgplumb::reports
