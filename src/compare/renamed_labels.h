// Labels of enums that one source calls otherwise.
#pragma once

#include "compare/group.h"

namespace pgplumb {

/// Defaults, conditions and queries hold the value of an enum itself, which is shown by its label: what is the same once the
/// labels that are one are called alike is no difference. Such answers are joined, and disagreements with nothing else left taken
/// out.
void join_renamed_labels(std::vector<Disagreement>& disagreements, const SourceList& sources);

}  // namespace pgplumb
