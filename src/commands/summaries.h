// What a report's head says of each source.
#pragma once

#include <pgplumb/reports/report.h>

#include <string>

#include "commands/gather.h"

namespace pgplumb {

SourceSummary summary_of(const Source& source, const ReadOptions& options);

/// `state`: "not-read" or "not-looked-at".
SourceSummary not_read(const SourceRequest& request, const std::string& id, std::string state, std::string why);

}  // namespace pgplumb
