// The timeline as reports show it.
#pragma once

#include <optional>
#include <vector>

#include "findings/provenance.h"

namespace pgplumb {

/// None where the database has no history table that belongs to the migrations.
std::optional<HistoryReport> report_history(const Provenance& provenance, const std::vector<Finding>& findings);

}  // namespace pgplumb
