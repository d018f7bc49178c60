// COMMENT ON.
#pragma once

#include "findings/sql_fix.h"

namespace pgplumb {

SqlFix change_comment(const Case& one);
/// Or on its columns.
SqlFix change_comment_of_partition(const Case& one);

/// The comments on what is made, or made again, and on its parts, each behind a semicolon; "" for none.
std::string comments_again(const Case& one);

}  // namespace pgplumb
