// What a statement does not find, where something before it could not be followed.
#pragma once

#include <pgplumb/catalog/session.h>

namespace pgplumb {

/// Whether the statement failed for want of what may have been made by something whose absences are uncertain.
bool may_be_there(const Session& session, const StatementFailure& failure);

}  // namespace pgplumb
