// ALTER TABLE … ALTER COLUMN for each field of a column in which the database is not as expected.
#pragma once

#include "findings/fixes/sql_fix.h"

namespace pgplumb {

/// Whether it is dropped and made again, with all that is said of it: a column that is there cannot become generated.
bool is_made_again(const Case& one);

SqlFix change_nullability(const Case& one);
SqlFix change_default(const Case& one);
SqlFix change_identity(const Case& one);
SqlFix change_generated(const Case& one);
SqlFix change_storage(const Case& one);
/// `ALTER TABLE "t" ALTER COLUMN "c" `
std::string alter_column(const ObjectId& column);
/// "SET STORAGE external", "SET STATISTICS 500": what makes one Column::storage the other.
std::vector<std::string> storage_clauses(Text from, Text to);

}  // namespace pgplumb
