// ALTER … OPTIONS of foreign-data wrappers, servers, user mappings and foreign tables. What may be a secret is never read, and so
// never written.
#pragma once

#include "findings/fixes/sql_fix.h"

namespace pgplumb {

SqlFix change_foreign_data_wrapper(const Case& one);
SqlFix change_foreign_server(const Case& one);
SqlFix change_user_mapping(const Case& one);
SqlFix change_foreign_table(const Case& one);
/// Of a foreign table's column; none where they are the same.
SqlFix change_column_options(const ObjectId& column, Text from, Text to);

}  // namespace pgplumb
