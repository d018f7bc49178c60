// ALTER TEXT SEARCH DICTIONARY and CONFIGURATION, which leave in place what is made with them.
#pragma once

#include "findings/fixes/sql_fix.h"

namespace pgplumb {

SqlFix change_text_search_dictionary(const Case& one);
SqlFix change_text_search_configuration(const Case& one);

}  // namespace pgplumb
