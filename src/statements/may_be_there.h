// What a statement does not find, where something before it could not be followed.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

namespace pgplumb {

/// Whether the statement failed for want of what may have been made by something that could not be followed: under a name that
/// the statement has, or under any.
bool may_be_there(const Session& session, const StatementFailure& failure, std::string_view statement);

}  // namespace pgplumb
