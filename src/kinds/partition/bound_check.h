#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// The condition that rows meet for being in a partition, as get_qual_from_partbound() in partitioning/partbounds.c says it: over
/// the root's columns, the topmost key's first. Null where DETACH leaves it away, for it is one of HASH.
struct BoundCondition {
  ExpressionField condition;
  bool is_known = true;  ///< else only which columns it is about, which is reported: HASH further up
};
BoundCondition bound_condition(Session& session, const Symbol* partition);

/// Whether the table's NOT NULLs and CHECKs say the terms of the condition one by one; PostgreSQL then makes no CHECK of it.
bool is_implied(const Draft& draft, const Symbol* table, const Expression& condition);

}  // namespace pgplumb
