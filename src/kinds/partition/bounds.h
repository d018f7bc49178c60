// Bounds of partitions beside one another.
#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// Fails with 42P16 where what is partitioned so has no such bounds.
void require_bound_of_key(const ExpressionField& key, const PartitionBoundSpec* bound);

/// Fails with 42P17 where a bound holds no row, or a HASH has a modulus beside which the other cannot be.
void require_some_rows(const Expression& bound);
void require_moduli_together(const Expression& bound, const Expression& other);

/// Whether some rows are surely within both bounds, of partitions of one table.
bool overlap(const Expression& a, const Expression& b);

}  // namespace pgplumb
