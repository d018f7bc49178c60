// Findings to bytes.
#pragma once

#include <pgplumb/explain/incident.h>
#include <pgplumb/findings/finding.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

struct ReportOptions {
  bool color = false;
  bool verbose = false;
  bool quiet = false;
  std::size_t width = 80;
};

/// One row of the list of formats.
struct Format {
  std::string_view name;
  std::string_view help;
  std::string (*render)(const CheckResult& result, const ReportOptions& options);
  std::string (*render_incidents)(const std::vector<Incident>& incidents, const CheckResult& sources,
                                  const ReportOptions& options);
};
std::span<const Format> formats();

/// The table of `pgplumb history`, for people; the other formats show a result that has a history as any other.
std::string render_history_as_text(const CheckResult& result, const ReportOptions& options);

/// Names from files and databases as data: control characters, newlines, escapes and bidi marks shown as \n, \x1b, \u202e.
std::string neutralise(std::string_view text);

}  // namespace pgplumb
