// Which triggers fire for a change of rows.
#pragma once

#include <pgplumb/catalog/session.h>

#include <vector>

#include "statements/triggers/row_changes.h"

namespace pgplumb {

struct FiringTrigger {
  const Symbol* trigger;
  const Trigger* stated;
  /// Whose TG_TABLE_NAME it is told; null where that is a partition of which is not known which one.
  const Symbol* relation;
  const Symbol* function;
  bool surely;  ///< where there is a row, or it is one FOR EACH STATEMENT

  bool is_before() const { return stated->timing == "before"; }
};

/// The functions in the draft of all triggers that a change of its rows, whichever, may fire.
std::vector<const Symbol*> trigger_functions(Session& session, const Symbol* relation);

/// All of them, also with functions that are not in the draft, in the order in which they fire.
std::vector<FiringTrigger> firing_triggers(Session& session, const Symbol* relation, const RowChange& change);

}  // namespace pgplumb
