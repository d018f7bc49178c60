// The parameters behind the ? of a connection URL, and what each means to libpq.
#pragma once

#include <string_view>

#include "sources/database/url.h"

namespace pgplumb {

/// Takes one parameter, decoded, under the name that any tool gives it.
void take_parameter(DatabaseAddress& address, std::string_view name, std::string_view value);

/// What can be decided only when all parameters are known.
void settle_parameters(DatabaseAddress& address);

}  // namespace pgplumb
