// Which rule a disagreement falls under.
#pragma once

#include <pgplumb/compare/disagreement.h>

#include <string_view>

#include "findings/case.h"

namespace pgplumb {

/// The rule's name, one of rules().
std::string_view rule_of(const Disagreement& found, const SourceList& sources);

}  // namespace pgplumb
