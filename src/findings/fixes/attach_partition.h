// SQL that brings a partition to where it belongs.
#pragma once

#include "findings/fixes/sql_fix.h"

namespace pgplumb {

/// Whether it is to be attached by other bounds, or to another table.
bool is_move_of_partition(const Case& one);

/// Of a table by itself.
SqlFix attach_partition(const Case& one);
/// Of a partition that is to be a table by itself.
SqlFix detach_partition(const Case& one);
/// Of a partition of other bounds, or of another table. Nothing where it is partitioned otherwise itself.
SqlFix move_partition(const Case& one);

}  // namespace pgplumb
