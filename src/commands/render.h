// Writes reports where --format wants them.
#pragma once

#include <pgplumb/reports/report.h>

#include <string>
#include <vector>

#include "commands/source_options.h"

namespace pgplumb {

/// Which format, and to which file; "" for standard output.
struct Destination {
  const Format* format;
  std::string file;
};
/// Of --format's values; text on standard output where there are none. Throws Error for an unknown name, with a suggestion.
std::vector<Destination> destinations(const OutputOptions& options);

ReportOptions report_options(const OutputOptions& options, const Destination& destination);

void write_to(const Destination& destination, const std::string& text);

}  // namespace pgplumb
