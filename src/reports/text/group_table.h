// Findings with one cause as a table: what is expected, and what is there.
#pragma once

#include <pgplumb/reports/report.h>

#include "reports/text/page.h"

namespace pgplumb::reports {

/// Whether some finding of the group sets two sources against each other, so that a table says something.
bool has_pairs(const CheckResult& result, const FindingGroup& group);

/// The first `count` findings of the group, from `column` of the page on.
void write_table(Page& page, const CheckResult& result, const FindingGroup& group, std::size_t column, std::size_t count);

}  // namespace pgplumb::reports
