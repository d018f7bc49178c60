// Owners and privileges: what their differences are called, what they break and how they are ended.
#pragma once

#include "findings/fixes/sql_fix.h"
#include "findings/severity.h"

namespace pgplumb {

/// "app lacks insert; reporting has select": what is otherwise than expected.
std::string privileges_in_words(const Case& one);

Judgement judge_privileges(const Case& one);
Judgement judge_owner(const Case& one);
Judgement judge_missing_default_privileges(const Case& one);

SqlFix change_privileges(const Case& one);
SqlFix change_owner(const Case& one);

}  // namespace pgplumb
