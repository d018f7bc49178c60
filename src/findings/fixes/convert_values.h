// ALTER COLUMN … TYPE: how the values that are there become values of the other type, or are ordered otherwise.
#pragma once

#include "findings/fixes/sql_fix.h"

namespace pgplumb {

SqlFix change_type(const Case& one);
SqlFix change_collation(const Case& one);

}  // namespace pgplumb
