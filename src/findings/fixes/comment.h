// COMMENT ON.
#pragma once

#include "findings/fixes/sql_fix.h"

namespace pgplumb {

/// On the object, or on its parts: a partition's columns, a domain's checks, a composite type's attributes.
SqlFix change_comment(const Case& one);

/// The comment on what is made, behind a semicolon; "" for none.
std::string comment_again(const Entry& entry);

/// The comments on what is made, or made again, and on its parts, each behind a semicolon; "" for none.
std::string comments_again(const Case& one);

/// The same of the parts of a type that it does not have yet, or has no longer once they are made again, each behind a semicolon.
std::string comments_on_new_parts(const Case& one, const std::vector<std::string>& made_again = {});

}  // namespace pgplumb
