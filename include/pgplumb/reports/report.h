// Findings to bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pgplumb/explain/incident.h>
#include <pgplumb/findings/finding.h>

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
  std::string (*render_incidents)(const std::vector<Incident>& incidents, const CheckResult& sources, const ReportOptions& options);
};
std::span<const Format> formats();

/// Names from files and databases as data: control characters, newlines, escapes and bidi marks shown as \n, \x1b, \u202e.
std::string neutralise(std::string_view text);

}  // namespace pgplumb
