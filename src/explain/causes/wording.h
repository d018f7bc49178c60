// How causes speak of objects, sources and commands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "explain/causes/evidence.h"

namespace pgplumb {

/// "call_log.recording_mode", "auth.users", "Role": what the error is about; "" when it does not say.
std::string name_of(const ErrorReport& error);

/// "1 column", "9 columns".
std::string counted(std::size_t count, std::string_view noun);

/// "prisma/schema.prisma:118:3<tab>CallRecord maps to it": a witness and what it says, as Cause::because has them.
std::string reason(std::string_view witness, std::string_view says);
/// The entry's place, or where it has none the source's role.
std::string witness_of(const Source& source, const Entry& entry);

/// `pgplumb check --only call_log`
NextStep confirm_with_check(std::string_view relation);

/// The SQL that makes the object as its source states it, with a semicolon.
std::string sql_that_makes(const Entry& entry);

}  // namespace pgplumb
