// ALTER … RENAME TO and SET SCHEMA, for what is there under another name.
#pragma once

#include "findings/fixes/sql_fix.h"

namespace pgplumb {

/// What bears the expected name until its own turn comes is called otherwise in the meantime.
SqlFix rename(const Case& one);

}  // namespace pgplumb
