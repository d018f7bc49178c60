#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// The condition that rows meet for being in a partition, as get_qual_from_partbound() in partitioning/partbounds.c says it: over
/// the root's columns, the topmost key's first. Null where DETACH leaves it away, for it is one of HASH, and where it is not
/// known, which is reported: a range of several columns, HASH further up.
ExpressionField bound_condition(Session& session, const Symbol* partition);

}  // namespace pgplumb
