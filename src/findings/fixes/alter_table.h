// What ALTER TABLE changes of a table or partition as a whole.
#pragma once

#include "findings/fixes/sql_fix.h"

namespace pgplumb {

/// The clauses that make the one the other, where there are such.
std::vector<std::string> table_clauses(const Table& from, const Table& to);

SqlFix change_table(const Case& one);
SqlFix change_row_security_of_table(const Case& one);
/// The same of what a partition says by itself.
SqlFix change_partition(const Case& one);
SqlFix change_row_security_of_partition(const Case& one);

}  // namespace pgplumb
