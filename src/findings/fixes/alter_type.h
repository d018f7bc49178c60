// SQL that brings a domain, a composite type or a range type where it is expected to be.
#pragma once

#include "findings/fixes/sql_fix.h"

namespace pgplumb {

SqlFix change_domain(const Case& one);
SqlFix change_composite_type(const Case& one);
SqlFix change_range_type(const Case& one);

}  // namespace pgplumb
