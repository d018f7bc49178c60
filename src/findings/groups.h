// Findings by cause: one migration that was not applied, one change without a migration, one wrong map.
#pragma once

#include "findings/order/turns.h"
#include "findings/provenance.h"

namespace pgplumb {

/// The cause that a case belongs to; its headline speaks for all its members.
struct CauseKey {
  std::string id;  ///< "migration:20260301_add_recording"
  std::string headline;
  Position at;
  std::string headline_of_several = {};  ///< where one member's headline does not speak for the others; "" when it does
  std::string afterwards = {};           ///< as FindingGroup has it
};
CauseKey cause_of(const Case& one, const Finding& finding, const Provenance& provenance);

/// Groups the findings by their cause ids, worst first but for what the fixes of something worse wait for, which `before` tells.
/// Headlines and places come from `keys`, one for each finding.
std::vector<FindingGroup> group_findings(const std::vector<Finding>& findings, const std::vector<CauseKey>& keys,
                                         const Prerequisites& before);

}  // namespace pgplumb
