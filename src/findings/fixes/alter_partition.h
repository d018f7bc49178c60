// SQL that changes what a partition says of its table's columns by itself.
#pragma once

#include "findings/fixes/sql_fix.h"

namespace pgplumb {

SqlFix change_partition_defaults(const Case& one);
SqlFix change_partition_nullability(const Case& one);
SqlFix change_partition_storage(const Case& one);
SqlFix change_partition_triggers(const Case& one);

}  // namespace pgplumb
